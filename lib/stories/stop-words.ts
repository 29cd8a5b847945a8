/** Words too common to tell one event from another, by primary language; lower case, before stemming. */
const lists: Record<string, string> = {
  en: `a about above after again against all also am an and any are as at back be because been before being below between both
    but by can could day days did do does doing down during each even every few first for from further get go got had has have having he her here
    hers him his how i if in into is it its just last like made make many may me might more most much must my new no nor not now of
    off on once one only or other our out over own per same say says said she should since so some still such take than that the
    their them then there these they this those three through time to today too two under until up upon us very was we week were what when
    where which while who whom why will with within without would year years yesterday yet you your`,
  fr: `a à ai ainsi après au aucun aussi autre aux avant avec avoir c ce cela ces cet cette ceux chez comme contre d dans de depuis
    des deux dont du elle elles en encore entre est et été être eu fait faire font hier il ils jour jours jusque l la le les leur
    leurs lui là mais même moins n ne ni non nos notre nous on ont ou où par pas pendant peu peut plus pour premier première près qu quand que
    quel quelle qui quoi s sa sans se selon ses si son sont sous sur ta tous tout toute toutes trois très un une vers vos votre vous y an ans année`,
  de: `ab aber alle allem allen aller als also am an andere anderen auch auf aus bei beim bereits bin bis da dabei damit dann das dass dein dem
    den denn der des die dies diese diesem diesen dieser doch dort drei du durch ein eine einem einen einer eines er erst erste ersten es etwas für gegen hat hatte haben
    heute hier ich ihm ihn ihr ihre ihren im in ins ist ja jahr jahre jahren jetzt kann kein keine können man mehr mein mit muss nach neu neue neuen nicht noch nun nur ob
    oder ohne schon sei sein seine seinen seit sich sie sind so soll sollen sollte über um und uns unter vom von vor war waren was wegen weil weiter
    wenn werden wie wieder will wir wird wo worden wurde wurden zu zum zur zwei zwischen`,
  es: `a al algo ante antes año años aún aunque como con contra cual cuando de del desde donde dos durante e el ella ellas ellos en entre era es
    esa ese eso esta está están estas este esto estos fue fueron ha han hasta hay hoy la las le les lo los más me mi mientras muy nada ni
    no nos o otra otro otros para pero poco por porque que qué quien se según ser si sí sido sin sobre son su sus también tan tiene todo todos tras
    tres un una uno unos y ya`,
  pt: `a à ao aos após as às até ano anos com como contra da das de dela dele depois do dois dos e é ela ele eles em entre era essa esse
    esta está este eu foi foram há isso já lhe mais mas me mesmo muito na não nas nem no nos num o os ou para pela pelo por porque qual quando que
    quem são se sem ser seu seus sobre sua suas também tem três um uma você`,
  it: `a ad ai al alla alle anche anni anno avere che chi ci come con contro cui da dal dalla dalle degli dei del della delle di dopo due e è ed era
    essere fa gli ha hanno i il in io la le lei lo loro lui ma mi nei nel nella no noi non o oggi per perché più poi prima quando quella quello
    questa questo se sei senza si sia sono su sua sul sulla suo tra tre tutti un una uno`,
  nl: `aan al alle als bij daar dan dat de den der deze die dit door dus een eens en er haar had heb hebben heeft hem het hij hoe hun ik in
    is ja jaar je kan maar meer met mijn na naar niet nog nu of om onder ons ook op over te tegen toch toen tot twee uit uw van veel voor
    want was wat we wel werd wie wij wil worden wordt zal ze zei zich zij zijn zo zonder zou`,
  sv: `alla allt att av blev bli blir de dem den denna det dig din där efter eller en er ett från för ha hade han hans har hon hur här i icke in
    inte jag kan kom men mer med mot mycket nu när och om oss på sin sina ska som så till under upp ut vad var vi vid är år över`,
  da: `af alle at blev blive bliver da de dem den der det dig din efter eller en er et for fra ham han hans har have hun hvad hvis hvor i ikke
    ind jeg kan kom man med men mere mod mod nu når og også om op os over på sig sin skal som så til ud under var ved vi vil år`,
  no: `alle at av ble bli blir da de dem den denne der det du eller en er et etter for fra ha hadde han hans har hun hva hvis hvor i ikke inn jeg kan kom
    man med men mer mot nå når og også om opp oss over på seg sin skal som så til under ut var ved vi vil år`,
  ru: `а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да для до его ее её если есть еще ещё же за и из или им их
    к как когда который которые кто ли либо мне мы на над не него нее нет ни них но ну о об однако он она они оно от очень по под после при с
    со так также такой там те тем то того тоже той только том ты у уже хотя чего чей чем что чтобы эта эти это этого этой этом этот я год года`,
  ar: `في من على إلى عن أن إن كان كانت هذا هذه ذلك تلك التي الذي الذين ما لا لم لن قد و أو ثم بعد قبل مع بين كل أي هو هي هم كما حتى عند منذ خلال
    حول ضد غير بعض أكثر أول اليوم أمس عام يوم قال قالت وقال أنه أنها وهو وهي لكن إذا فيه فيها به بها له لها عليه عليها إنه`,
  pl: `a aby ale bez będzie był była było być co czy dla do go i ich im jak jako je jego jej jest już która które który lub ma może na nad nie
    o od oraz po pod przed przez przy roku są się ta tak także te tego tej ten to tym w we z za ze że`,
  tr: `acaba ama ancak bir biri bu bunu çok da daha de değil diye en gibi göre hem her için ile ise kadar ki mi mu nasıl ne o olan olarak oldu
    olduğu onu sonra şu tüm ve veya ya yeni yıl`,
  id: `ada adalah agar akan atau bagi bahwa bisa dalam dan dari dengan di hari ia ini itu juga kata karena ke kepada lebih mereka oleh pada para
    saat sebagai secara setelah tak telah tersebut tidak untuk yang`,
};

const sets = new Map(Object.entries(lists).map(([language, words]) => [language, new Set(words.split(/\s+/))]));
const empty: ReadonlySet<string> = new Set();
const aliases: Record<string, string> = { nb: "no", nn: "no", ca: "es", gl: "pt" };

/** The stop words of a primary language subtag; an empty set where we have none. */
export function stopWords(language: string): ReadonlySet<string> {
  return sets.get(aliases[language] ?? language) ?? empty;
}

/** The languages whose stop words we have. */
export const stopWordLanguages: readonly string[] = [...sets.keys()];
