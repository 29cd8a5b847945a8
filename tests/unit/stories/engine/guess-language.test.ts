import { describe, expect, it } from "vitest";
import { guessLanguage } from "@/lib/stories/engine/guess-language";

describe("by script", () => {
  it.each([
    ["ja", "首相は水曜日に辞任すると述べた"],
    ["ja", "首相、水曜日の辞任を表明"],
    ["ko", "총리가 수요일에 사임을 발표했다"],
    ["zh", "总理星期三宣布辞职"],
    ["ar", "أعلن رئيس الوزراء استقالته يوم الأربعاء"],
    ["ru", "Премьер-министр объявил об отставке в среду"],
    ["he", "ראש הממשלה הודיע על התפטרותו"],
    ["el", "Ο πρωθυπουργός ανακοίνωσε την παραίτησή του"],
    ["hi", "प्रधानमंत्री ने बुधवार को इस्तीफे की घोषणा की"],
  ])("knows %s, whatever the fallback", (language, text) => {
    expect(guessLanguage(text, "en")).toBe(language);
    expect(guessLanguage(text, "de")).toBe(language);
  });

  it("is not led astray by a name in another script", () => {
    expect(guessLanguage("Broadsheet、新しい編集長を発表した", "en")).toBe("ja");
    expect(guessLanguage("The ferry Надежда has left the port with all of its passengers", "de")).toBe("en");
  });
});

describe("by small words", () => {
  it.each([
    ["en", "The minister said that she would resign after the vote", "de"],
    ["de", "Die Ministerin hat nach der Abstimmung erklärt, dass sie nicht mehr will", "en"],
    ["fr", "La ministre a déclaré après le vote qu'elle ne serait pas dans le gouvernement", "en"],
    ["es", "La ministra dijo después de la votación que no está en el gobierno y se va", "en"],
    ["nl", "De minister heeft na de stemming gezegd dat zij niet meer in het kabinet zit", "en"],
  ])("knows %s", (language, text, fallback) => {
    expect(guessLanguage(text, fallback)).toBe(language);
  });

  it("believes the neighbours of a title that says too little", () => {
    expect(guessLanguage("Torsay ferry sinks", "fr")).toBe("fr");
    expect(guessLanguage("", "pt")).toBe("pt");
    expect(guessLanguage("12 – 7", "it")).toBe("it");
  });
});
