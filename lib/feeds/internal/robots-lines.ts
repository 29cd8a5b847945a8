/** Bounds the work that a hostile file can make: a rule with stars costs its length times the path's. */
const ruleCharsMax = 1_000;
const starredCharsMax = 50_000;

type Group = { isOurs: boolean; isNamingAgents: boolean };

/**
 * The lines of a robots.txt that are rules for us, spelt so that robots-parser reads them as the standard does:
 * agents by product token alone, records of other kinds left out because they must not end a group, runs of stars
 * as one star, comments gone.
 *
 * @param isOurAgent told each agent's product token in lower case, "*" for everyone
 * @returns lines of `user-agent`, `allow`, `disallow` and `crawl-delay`
 * Source: RFC 9309 section 2.2
 */
export function robotsLines(body: string, isOurAgent: (token: string) => boolean): string {
  const lines: string[] = [];
  const group: Group = { isOurs: false, isNamingAgents: false };
  for (const [, name, value] of records(body)) {
    if (name === "user-agent") lines.push(...readAgent(group, productToken(value), isOurAgent));
    else if (ruleNames.has(name)) {
      group.isNamingAgents = false;
      if (group.isOurs) lines.push(`${name}: ${value.replace(/\*{2,}/g, "*")}`);
    }
  }
  return withinBounds(lines).join("\n");
}

function withinBounds(lines: string[]): string[] {
  let starredChars = 0;
  return lines.filter((line) => {
    if (line.includes("*")) starredChars += line.length;
    return line.length <= ruleCharsMax && starredChars <= starredCharsMax;
  });
}

const ruleNames = new Set(["allow", "disallow", "crawl-delay"]);

function* records(body: string): Generator<[line: string, name: string, value: string]> {
  const text = body.startsWith("\ufeff") ? body.slice(1) : body;
  for (const [line, name = "", value = ""] of text.matchAll(/^[ \t]*([a-z-]{1,20})[ \t]*:([^\r\n#]*)/gim)) {
    yield [line, name.toLowerCase(), value.trim()];
  }
}

/** Several agents in a row share the rules that follow them. */
function readAgent(group: Group, token: string, isOurAgent: (token: string) => boolean): string[] {
  const isNamed = isOurAgent(token);
  group.isOurs = isNamed || (group.isNamingAgents && group.isOurs);
  group.isNamingAgents = true;
  return isNamed ? [`user-agent: ${token}`] : [];
}

const productToken = (agent: string): string => (agent.startsWith("*") ? "*" : (agent.match(/^[a-z_-]+/i)?.[0].toLowerCase() ?? ""));
