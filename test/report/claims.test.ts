import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wrapped } from '../../src/report/graph.js';
import { words } from '../../src/report/words.js';
import type { Desk } from '../../src/subjects.js';
import { claimsOfTrees } from './ledger.js';
import { deskOf, deskOfTakeover, filesOf, takeover } from './world.js';

let desk: Desk;
let english: ReadonlyMap<string, string>;
let french: ReadonlyMap<string, string>;
const claims = claimsOfTrees();

beforeAll(async () => {
  desk = await deskOfTakeover();
  english = await filesOf(desk, 'en', 5, claims);
  french = await filesOf(desk, 'fr', 5, claims);
});

afterAll(async () => desk.warehouse.close());

const page = (files: ReadonlyMap<string, string>) => parseHTML(files.get('index.html') ?? '').document;
const textIn = (files: ReadonlyMap<string, string>, selector: string): string =>
  (page(files).querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ');
const rowsOf = (files: ReadonlyMap<string, string>, name: string): readonly Record<string, unknown>[] =>
  JSON.parse(files.get(`data/${name}.json`) ?? '{"rows":[]}').rows;

describe('claims in the report', () => {
  it('are left out where none are given', async () => {
    const files = await filesOf(desk, 'en');
    expect(page(files).querySelector('#claims')).toBeNull();
    expect([...files.keys()]).not.toContain('data/claims.json');
  });

  it('stand each once with claimant, stake, relays, firmness, figure, verdict, reason and source', () => {
    expect(page(english).querySelectorAll('.claim')).toHaveLength(claims.length);
    expect(textIn(english, '#claim-nine-to-fir')).toMatchInlineSnapshot(
      `" One and a half people leave Oak for Fir for each who comes. Fir Fund, an investor interested. A report, 20 May 2021. source … too little data: in the simulated world, built from the published figures: too little data under all 8 definitions. The counts behind it are not all shown, so that nobody can be told from them. In this report, over all its years: Oak to Fir: 9 hires there, 6 back, flow ratio 1.5 (0.477 – 5.12), rate ratio 0.668 … 3.61 (0.161 – 34.4). figure: 1.5 to 1firmness: assertedwhat the claimant gains: It owns Fir.relayed by: Weekly (June 2021) → Dailywords that bound it: “people” blurs it What the figure implies: 1.5 to 1 can rest on as few as 3 moves against 2, with a 95% interval of 0.172 to 18: a lower bound on the counts, not evidence that they were that small. To leave 1 to 1 out, it takes at least 57 against 37.Another claim on the same thing: A. Rival disputes the figure.Another claim on the same thing: A. Rival disputes that it was received.Another claim on the same thing: Relayed, changed, as Daily: People became chances. 1.5 to 1 counts people both ways; 1.5 times compares the chances of a person here and there, and so rests on how many people each has. Both hold only if the organisation that gains the people is 0.935 to 1.07 times the size of the one that loses them; the multiple by itself implies no counts. "`,
    );
    expect(textIn(french, '#claim-nine-to-fir')).toMatchInlineSnapshot(
      `" Une personne et demie quitte Oak pour Fir pour chaque arrivée. Fir Fund, un investisseur partie prenante. Un rapport, 20 mai 2021. source … trop peu de données : dans le monde simulé, construit à partir des chiffres publiés : trop peu de données selon les 8 définitions. Les nombres qui la fondent ne sont pas tous montrés, pour que personne n’y soit reconnaissable. Dans ce rapport, sur toutes ses années : d’Oak vers Fir : 9 embauches à l’aller, 6 au retour, rapport de flux 1,5 (0,477 – 5,12), rapport de taux 0,668 … 3,61 (0,161 – 34,4). chiffre : 1,5 pour 1fermeté : affirméce que l’auteur y gagne : Il possède Fir.relayé par : Weekly (juin 2021) → Dailymots qui la bornent : « personnes » la rend floue Ce que le chiffre implique : 1,5 pour 1 peut reposer sur 3 passages contre 2 seulement, avec un intervalle à 95 % de 0,172 à 18 : une borne inférieure des effectifs, et non la preuve qu’ils étaient si petits. Pour exclure 1 pour 1, il en faut au moins 57 contre 37.Une autre affirmation sur la même chose : A. Rival conteste le chiffre.Une autre affirmation sur la même chose : A. Rival conteste le fait de l’avoir reçu.Une autre affirmation sur la même chose : Repris, changé, dans Daily : Des personnes sont devenues des chances. 1,5 pour 1 compte des personnes dans les deux sens ; 1,5 fois compare les chances d’une personne ici et là, et dépend donc du nombre de personnes de chacune. Les deux ne tiennent que si l’organisation qui gagne les personnes est de 0,935 à 1,07 fois la taille de celle qui les perd ; le multiple seul n’implique aucun effectif. "`,
    );
    const link = page(english).querySelector('#claim-nine-to-fir .who a');
    expect(link?.getAttribute('href')).toBe('https://example.org/nine?a=1&b=2');
  });

  it('are grouped by verdict, each with a mark and its name', () => {
    const groups = [...page(english).querySelectorAll('#claims h3')].map((h) => h.textContent.trim());
    for (const group of groups) expect(group).toMatch(/^[=≈±≠…–] [a-z]/);
    expect(new Set(groups).size).toBe(groups.length);
    for (const mark of page(english).querySelectorAll('.sign'))
      expect(mark.getAttribute('aria-hidden')).toBe('true');
  });

  it('show a hostile claim as text, and link no address that is none of the web', () => {
    const document = page(english);
    expect(document.querySelectorAll('script, img')).toHaveLength(0);
    expect(textIn(english, '#claim-hostile')).toContain('<script>alert(1)</script>');
    for (const element of document.querySelectorAll('*'))
      for (const { name } of element.attributes) expect(name).not.toMatch(/^on/);
    for (const a of document.querySelectorAll('#claims a'))
      expect(a.getAttribute('href')).toMatch(/^(https?:\/\/|#claim-[a-z-]+$|data\/\w+\.(csv|json)$)/);
    const rows = parse(english.get('data/claims.csv') ?? '') as string[][];
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(rows.flat().some((cell) => cell.startsWith("'=cmd"))).toBe(true);
  });

  it('begin every reason on simulated people by saying so, and not on real ones', async () => {
    for (const { reason } of rowsOf(english, 'claims'))
      expect(reason).toMatch(/^in the simulated world, built from the published figures:/);
    for (const { reason } of rowsOf(french, 'claims'))
      expect(reason).toMatch(/^dans le monde simulé, construit à partir des chiffres publiés :/);
    const real = await deskOf(false, { text: takeover(3) });
    const files = await filesOf(real, 'en', 5, claims);
    await real.warehouse.close();
    expect(files.get('index.html')).not.toMatch(/simulated/i);
  });

  it('show no count, figure or reason that rests on fewer than the minimum', () => {
    const rows = rowsOf(english, 'estimates').filter(({ claim }) => claim === 'few-to-oak');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.value).toEqual({ withheld: 'n<5' });
      expect(row.counts).toEqual({ withheld: 'n<5' });
    }
    expect(textIn(english, '#claim-few-to-oak')).not.toMatch(/\b3 /);
  });

  it('say the same of a flow below the minimum, whatever its number', async () => {
    const other = await deskOfTakeover(1);
    const files = await filesOf(other, 'en', 5, claims);
    await other.warehouse.close();
    expect(textIn(files, '#claim-few-to-oak')).toBe(textIn(english, '#claim-few-to-oak'));
    const of = (all: ReadonlyMap<string, string>) =>
      rowsOf(all, 'estimates').filter(({ claim }) => claim === 'few-to-oak');
    expect(of(files)).toEqual(of(english));
  });

  it('write verdicts and outcomes to files as codes that are the same in both languages', () => {
    const codes = (files: ReadonlyMap<string, string>) =>
      rowsOf(files, 'claims').map(({ verdict }) => verdict);
    expect(codes(french)).toEqual(codes(english));
    expect(codes(english)).toContain('not checkable');
    expect(textIn(french, '#claims')).toContain('non vérifiable');
  });

  it('have no ClaimReview in the report', () => {
    for (const text of english.values()) expect(text).not.toContain('ClaimReview');
  });
});

describe('an organisation that nobody in the data is at', () => {
  it('leaves its claims without a verdict, and the report whole', async () => {
    const [first] = claims;
    if (first === undefined) throw new Error('no claims');
    const of = ['fir', 'bay'];
    const empty = { ...first, check: { measure: 'ratio', of, parameters: {} } };
    const files = await filesOf(desk, 'en', 5, [empty]);
    expect(textIn(files, '#claim-nine-to-fir')).toContain('Nobody in the data is or was at Bay');
    expect(textIn(files, '#claim-nine-to-fir')).not.toContain('In this report');
  });
});

describe('the graph of disputes', () => {
  it('draws every claim that disputes, changes or is disputed, and names the part', () => {
    const pictures = [...page(english).querySelectorAll('#disputes svg')];
    expect(
      pictures.map((svg) => [...svg.querySelectorAll('text')].map((t) => t.textContent)),
    ).toMatchInlineSnapshot(`
      [
        [
          "Fir Fund",
          "One and a half people leave Oak for Fir",
          "for each who comes.",
          "… too little data",
          "changes the quantity",
          "Daily",
          "Those of Oak are 1.5 times likelier to",
          "leave.",
          "… too little data",
          "disputes the figure, that anybody received it",
          "A. Rival",
          "Nobody left Oak for that.",
          "– not checkable",
        ],
      ]
    `);
    for (const svg of pictures) {
      expect(svg.getAttribute('role')).toBe('img');
      expect(svg.getAttribute('aria-label')).toMatch(/disputes|changes/);
      expect(svg.getAttribute('aria-label')).toContain('Simulated people.');
    }
  });

  it('stands in a table too, for those who do not see it', () => {
    expect(rowsOf(english, 'disputes').map(({ claimant, kind, part }) => [claimant, kind, part])).toEqual([
      ['Daily', 'mutates', 'the quantity'],
      ['A. Rival', 'disputes', 'the figure, that anybody received it'],
    ]);
  });

  it('breaks a text into lines and cuts the last', () => {
    expect(wrapped('one two three four five six', 8, 2)).toEqual(['one two', 'three f…']);
    expect(wrapped('incomprehensibilities', 8, 2)).toEqual(['incompr…']);
  });
});

describe('a relay that changes the quantity', () => {
  it('stands beside what it changes, with flow ratio and rate ratio', () => {
    const sides = [...page(english).querySelectorAll('#mutations .sides > div')];
    expect(sides.map((side) => side.textContent.replace(/\s+/g, ' ').trim())).toMatchInlineSnapshot(`
      [
        "First said: 1.5 to 1 One and a half people leave Oak for Fir for each who comes. (Fir Fund, 20 May 2021; source) Measured: flow ratio 1.5 (0.477 – 5.12) … too little data",
        "Became: about 1.5 times Those of Oak are 1.5 times likelier to leave. (Daily, June 2021; source) Measured: rate ratio 0.668 … 3.61 (0.161 – 34.4) … too little data",
      ]
    `);
    expect(textIn(english, '#mutations')).toContain('person-months');
  });
});

describe('the two languages of claims', () => {
  it('have nothing of the other on their page', () => {
    const strings = (of: object): string[] =>
      Object.values(of).flatMap((text) =>
        typeof text === 'string' ? [text] : typeof text === 'object' ? strings(text) : [],
      );
    const [en, fr] = [textIn(english, 'main'), textIn(french, 'main')];
    const own = (lang: 'en' | 'fr') => strings({ ...words[lang].claims, ...words[lang].questions });
    for (const text of own('en'))
      if (text.length > 12 && !own('fr').includes(text)) expect(fr).not.toContain(text);
    for (const text of own('fr'))
      if (text.length > 12 && !own('en').includes(text)) expect(en).not.toContain(text);
  });
});
