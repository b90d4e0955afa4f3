type Say = (...parts: string[]) => string;

/** What is wrong, as messages say it, and the same in French; what follows the `;` is said by `fixes`. */
const wrongs: readonly (readonly [RegExp, Say])[] = [
  [/^unknown organisation: (.+)$/, (name) => `organisation inconnue : ${name}`],
  [
    /^no organisation: (.+) is the state (.+)$/,
    (name, state) => `pas une organisation : ${name} est l’état ${state}`,
  ],
  [
    /^nobody in the data is or was at (.+)$/,
    (title) => `personne, dans les données, n’est passé par ${title}`,
  ],
  [
    /^window runs backwards: since (.+) until (.+)$/,
    (since, until) => `fenêtre à l’envers : depuis ${since} jusqu’à ${until}`,
  ],
  [/^invalid body$/, () => 'corps de la requête refusé'],
  [/^invalid ([\w.-]+)$/, (name) => `${name} refusé`],
  [/^invalid ([\w-]+): (.+?) \((\w+)\)$/, (name, value, where) => `${name} refusé : ${value} (${where})`],
  [/^invalid ([\w-]+): (.+)$/, (name, value) => `${name} refusé : ${value}`],
  [/^unknown parameter: (.+) \((\w+)\)$/, (name, where) => `paramètre inconnu : ${name} (${where})`],
  [/^unknown peer set: (.+)$/, (name) => `groupe d’organisations inconnu : ${name}`],
  [/^unknown claim: (.+)$/, (id) => `affirmation inconnue : ${id}`],
  [/^unknown event: (.+) \(registry\)$/, (id) => `événement inconnu du registre : ${id}`],
  [
    /^(\w+) takes two organisations, not (\d+): (.+)$/,
    (name, many, call) => `${name} demande deux organisations, et non ${many} : ${call}`,
  ],
  [/^(\w+) takes no organisation: (.+)$/, (name, call) => `${name} ne prend aucune organisation : ${call}`],
  [
    /^(\w+) takes two different organisations, not (.+) twice: (.+)$/,
    (name, title, call) =>
      `${name} demande deux organisations différentes, et non deux fois ${title} : ${call}`,
  ],
  [
    /^study takes one organisation that people leave, or two, not (\d+)$/,
    (many) => `study demande une organisation que l’on quitte, ou deux, et non ${many}`,
  ],
  [/^no event to study$/, () => 'aucun événement à étudier'],
  [
    /^flows of two shapes: .+\)$/,
    () => 'flux de deux formes : tous vont d’une organisation à une autre, ou tous à n’importe quelle autre',
  ],
  [/^flow both studied and compared with: (.+)$/, (flow) => `flux à la fois étudié et comparé : ${flow}`],
  [/^no ranking: (.+)$/, () => 'aucun classement : trop peu d’organisations se tiennent par des mouvements'],
  [/^no answer within (\d+) s$/, (seconds) => `pas de réponse en ${seconds} s`],
  [/^cancelled: .+$/, () => 'abandonné : personne n’attend plus la réponse'],
  [/^no such export: (.+)$/, (file) => `fichier inconnu : ${file}`],
  [/^no such address: (.+)$/, (path) => `adresse inconnue : ${path}`],
  [/^no such page: (.+)$/, (path) => `page inconnue : ${path}`],
  [/^wrong Content-Type$/, () => 'Content-Type refusé'],
  [/^too large: more than (\d+) kB$/, (size) => `trop gros : plus de ${size} ko`],
  [/^read only: (\w+)$/, (method) => `lecture seule : ${method}`],
  [/^no token or a wrong one$/, () => 'jeton absent ou faux'],
  [
    /^too many requests: more than (\d+) a minute$/,
    (many) => `trop de requêtes : plus de ${many} par minute`,
  ],
  [/^wrong host: (.+)$/, (host) => `mauvais nom d’hôte : ${host}`],
  [/^something went wrong here$/, () => 'quelque chose a échoué ici'],
  [/^not a text: \w+$/, () => 'ce n’est pas un texte'],
  [/^no text: \w+$/, () => 'aucun texte'],
  [/^article too large: ([\d.]+) MB \(\w+\)$/, (size) => `article trop gros : ${size?.replace('.', ',')} Mo`],
  [/^article too long: (\d+) characters \(\w+\)$/, (many) => `article trop long : ${many} caractères`],
  [/^language not understood: (\w+) \(\w+\)$/, (guess) => `langue non comprise : ${guess}`],
];

/** What to do about it. */
const fixes: readonly (readonly [RegExp, Say])[] = [
  [/^see mercato resolve for the names in the data$/, () => 'mercato resolve donne les noms des données'],
  [/^see mercato coverage$/, () => 'voir mercato coverage'],
  [/^did you mean (.+)\?$/, (name) => `vouliez-vous dire ${name} ?`],
  [/^one of (.+)$/, (names) => `au choix : ${names}`],
  [/^name an employer$/, () => 'nommez un employeur'],
  [/^swap them$/, () => 'échangez-les'],
  [
    /^write a whole number from (\d+) to (\d+)$/,
    (least, most) => `écrivez un nombre entier de ${least} à ${most}`,
  ],
  [/^write a whole number from (\d+)$/, (least) => `écrivez un nombre entier à partir de ${least}`],
  [/^write a number$/, () => 'écrivez un nombre'],
  [/^write true or false$/, () => 'écrivez true ou false'],
  [
    /^what is served has windows of calendar years, write YYYY$/,
    () => 'les fenêtres de ce qui est servi sont des années civiles, écrivez AAAA',
  ],
  [/^en or fr$/, () => 'en ou fr'],
  [/^write YYYY or YYYY-MM$/, () => 'écrivez AAAA ou AAAA-MM'],
  [/^write YYYY-MM$/, () => 'écrivez AAAA-MM'],
  [/^write codes of two letters, as US$/, () => 'écrivez des codes de deux lettres, comme US'],
  [/^write a ratio such as 10\.6$/, () => 'écrivez un rapport tel que 10.6'],
  [/^write FROM>TO$/, () => 'écrivez DE>VERS'],
  [/^choose from (.+)$/, (names) => `au choix : ${names}`],
  [/^Invalid input: expected (?:number|int).*$/, () => 'un nombre est attendu'],
  [/^Too big: expected .* to be <=? ?([\d.]+)$/, (most) => `au plus ${most}`],
  [/^Too small: expected .* to be >=? ?([\d.]+)$/, (least) => `au moins ${least}`],
  [/^\/api\/claims lists them$/, () => '/api/claims en donne la liste'],
  [/^\/api\/openapi\.json lists them$/, () => '/api/openapi.json en donne la liste'],
  [/^\/api\/openapi\.json says what to post$/, () => '/api/openapi.json dit ce qu’il faut envoyer'],
  [/^name its month: (.+)$/, (call) => `donnez son mois : ${call}`],
  [/^name further flows by --flow: (.+)$/, (call) => `nommez d’autres flux par --flow : ${call}`],
  [/^leave out those of one shape$/, () => 'retirez ceux d’une des formes'],
  [/^leave it out of one$/, () => 'retirez-le de l’un des deux'],
  [/^give a month.*$/, () => 'donnez un mois, AAAA-MM'],
  [/^raise --min-moves or widen the window$/, () => 'augmentez --min-moves ou élargissez la fenêtre'],
  [
    /^ask of fewer organisations or years, or later$/,
    () => 'demandez moins d’organisations ou d’années, ou plus tard',
  ],
  [
    /^write TABLE\.csv, TABLE\.json or TABLE\.parquet$/,
    () => 'écrivez TABLE.csv, TABLE.json ou TABLE.parquet',
  ],
  [/^post application\/json$/, () => 'envoyez application/json'],
  [/^post a part of it, or use mercato draft$/, () => 'envoyez-en une partie, ou employez mercato draft'],
  [/^use (GET|POST)$/, (method) => `employez ${method}`],
  [/^open the address that the server printed$/, () => 'ouvrez l’adresse que le serveur a imprimée'],
  [/^wait a little$/, () => 'attendez un peu'],
  [/^call (.+)$/, (hosts) => `appelez ${hosts?.replaceAll(' or ', ' ou ')}`],
  [/^the log of the server has it$/, () => 'le journal du serveur l’a noté'],
  [/^give an article as text or HTML$/, () => 'donnez un article en texte ou en HTML'],
  [/^give an article with words in it$/, () => 'donnez un article où il y a des mots'],
  [/^give an article in English or French$/, () => 'donnez un article en français ou en anglais'],
  [/^at most (\d+)(?: MB)? are read, cut it$/, () => 'c’est plus qu’il n’en est lu, coupez-le'],
];

/** Of a value that is refused for a reason of its own. */
const allowed = '/api/openapi.json dit ce qui est permis';

/**
 * What does a message of an error say in French? What is written in it, as names and addresses, stays as it is.
 *
 * Null where it, or what it says to do, is none of those that whoever asks a server can meet.
 */
export function inFrench(message: string): string | null {
  const end = message.lastIndexOf('; ');
  const whole = saidBy(wrongs, message);
  if (end < 0) return whole;
  const wrong = saidBy(wrongs, message.slice(0, end));
  const isValue = message.startsWith('invalid ');
  const fix = saidBy(fixes, message.slice(end + 2)) ?? (isValue ? allowed : null);
  return wrong === null || fix === null ? null : `${wrong} ; ${fix}`;
}

function saidBy(table: readonly (readonly [RegExp, Say])[], text: string): string | null {
  for (const [pattern, say] of table) {
    const found = pattern.exec(text);
    if (found) return say(...found.slice(1));
  }
  return null;
}

/** Titles of problems, by HTTP status. */
export const frenchTitles: Readonly<Record<number, string>> = {
  400: 'Question mal posée',
  401: 'Jeton demandé',
  403: 'Non autorisé',
  404: 'Introuvable',
  405: 'Lecture seule',
  413: 'Trop gros',
  421: 'Mauvais hôte',
  422: 'Affirmation non comprise',
  429: 'Trop de requêtes',
  500: 'Faute de Mercato',
  503: 'Indisponible maintenant',
};
