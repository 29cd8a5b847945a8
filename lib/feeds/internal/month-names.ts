/** Month names and short forms of the languages that write dates in words in their feeds; index 0 is January. */
const names: readonly string[] = [
  "jan january januar janvier janv enero ene gennaio gen januari janeiro styczen stycznia january. ocak tammikuu ianuarie ιαν ιανουαριου янв января يناير",
  "feb february februar fevrier fevr febrero febbraio februari fevereiro fev luty lutego subat helmikuu februarie φεβ φεβρουαριου фев февраля فبراير",
  "mar march marz maerz mrz mars marzo maart mrt marco marzec marca mart maaliskuu martie μαρ μαρτιου мар марта مارس",
  "apr april avril avr abril abr aprile kwiecien kwietnia nisan huhtikuu aprilie απρ απριλιου апр апреля أبريل ابريل",
  "may mai mayo maggio mag mei maj maja mayis toukokuu μαι μαιου май мая مايو",
  "jun june juni juin junio giugno giu junho czerwiec czerwca haziran kesakuu iunie ιουν ιουνιου июн июня يونيو",
  "jul july juli juillet juil julio luglio lug julho lipiec lipca temmuz heinakuu iulie ιουλ ιουλιου июл июля يوليو",
  "aug august aout agosto ago augustus augusti sierpien sierpnia agustos elokuu αυγ αυγουστου авг августа أغسطس اغسطس",
  "sep sept september septembre septiembre settembre set setembro wrzesien wrzesnia eylul syyskuu septembrie σεπ σεπτεμβριου сен сентября سبتمبر",
  "oct october oktober okt octobre octubre ottobre ott outubro out pazdziernik pazdziernika ekim lokakuu octombrie οκτ οκτωβριου окт октября أكتوبر اكتوبر",
  "nov november novembre noviembre novembro listopad listopada kasim marraskuu noiembrie νοε νοεμβριου ноя ноября نوفمبر",
  "dec december dezember dez decembre diciembre dic dicembre dezembro grudzien grudnia aralik joulukuu decembrie δεκ δεκεμβριου дек декабря ديسمبر",
];

const monthByName = new Map(names.flatMap((line, index) => line.split(" ").map((name) => [plainLetters(name), index] as const)));

/** Month 0 to 11 of a name in any letter case, with or without accents; null for what is no month. */
export const monthOfName = (name: string): number | null => monthByName.get(plainLetters(name)) ?? null;

function plainLetters(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
