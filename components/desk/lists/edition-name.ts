/** How an edition is named to the desk: "every edition", "en-GB". */
export const editionName = (edition: string): string => (edition === "" ? "every edition" : edition);
