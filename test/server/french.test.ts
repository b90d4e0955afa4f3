import { afterEach, describe, expect, it } from 'vitest';
import { MercatoError } from '../../src/errors.js';
import type { Serving } from '../../src/server/index.js';
import { type Served, served } from './serving.js';

let here: Served | undefined;
afterEach(() => {
  here?.world.warehouse.close();
  here = undefined;
});

async function problem(path: string, init: RequestInit = {}, more: Partial<Serving> = {}) {
  here ??= await served(more);
  const response = await here.app.request(`http://localhost${path}`, {
    ...init,
    headers: { host: 'localhost', ...init.headers },
  });
  const body = (await response.json()) as { readonly title: string; readonly detail: string };
  return {
    status: response.status,
    lang: response.headers.get('content-language'),
    title: body.title,
    detail: body.detail.replaceAll('\u00a0', ' '),
  };
}

const inFrench = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}lang=fr`;

describe('what a column means', () => {
  it('is said in French of every column of every measure, and of the flags', async () => {
    here = await served();
    const { app } = here;
    const meanings = async (path: string, key: 'measures' | 'columns'): Promise<readonly string[]> => {
      const response = await app.request(`http://localhost${path}`, { headers: { host: 'localhost' } });
      const body = (await response.json()) as {
        readonly measures: readonly { readonly columns: readonly { readonly meaning: string }[] }[];
        readonly columns: readonly { readonly meaning: string }[];
      };
      const columns = key === 'measures' ? body.measures.flatMap((one) => one.columns) : body.columns;
      return columns.map(({ meaning }) => meaning);
    };
    const same = ['organisation', 'organisation A', 'organisation B', 'source'];
    for (const [path, key] of [
      ['/api/measures', 'measures'],
      ['/api/measures/flows', 'columns'],
    ] as const) {
      const [english, french] = [
        await meanings(`${path}?lang=en`, key),
        await meanings(`${path}?lang=fr`, key),
      ];
      expect(english.length).toBeGreaterThan(10);
      expect(english.filter((meaning, nth) => meaning === french[nth] && !same.includes(meaning))).toEqual(
        [],
      );
    }
  });
});

describe('the description of the API in French', () => {
  it('has French for every summary and for what is said of every parameter', async () => {
    here = await served();
    const { app } = here;
    const said = async (lang: string): Promise<readonly string[]> => {
      const response = await app.request(`http://localhost/api/openapi.json?lang=${lang}`, {
        headers: { host: 'localhost' },
      });
      expect(response.headers.get('content-language')).toBe(lang);
      const { paths } = (await response.json()) as {
        readonly paths: {
          readonly [path: string]: {
            readonly [method: string]: {
              readonly summary: string;
              readonly parameters: readonly { readonly description: string }[];
            };
          };
        };
      };
      return Object.values(paths)
        .flatMap((methods) => Object.values(methods))
        .flatMap(({ summary, parameters }) => [summary, ...parameters.map((one) => one.description)]);
    };
    const [english, french] = [await said('en'), await said('fr')];
    expect(english.length).toBeGreaterThan(100);
    expect(english.filter((text, nth) => text === french[nth])).toEqual([]);
  });
});

describe('a problem in French', () => {
  it.each([
    [
      '/api/measures/ratio?organisation=zygomorph&organisation=ember',
      'organisation inconnue : "zygomorph" ; mercato resolve donne les noms des données',
    ],
    ['/api/organisations/embers', 'organisation inconnue : "embers" ; vouliez-vous dire Ember ?'],
    [
      '/api/measures/flows?since=2025&until=2020',
      'fenêtre à l’envers : depuis 2025 jusqu’à 2020 ; échangez-les',
    ],
    ['/api/measures/flows?level=planet', 'level refusé : "planet" (flows) ; au choix : unit, company, group'],
    ['/api/measures/flows?limit=10000', 'limit refusé : "10000" ; écrivez un nombre entier de 1 à 1000'],
    [
      '/api/measures/flows?since=2020-05',
      'since refusé : "2020-05" ; les fenêtres de ce qui est servi sont des années civiles, écrivez AAAA',
    ],
    ['/api/measures/retention?months=abc', 'months refusé : "abc" ; écrivez un nombre'],
    [
      '/api/measures/retention?months=-1',
      'months refusé : -1 (retention) ; écrivez un nombre entier de 1 à 600',
    ],
    [
      '/api/measures/ratio?organisation=ember&organisation=ember',
      'ratio demande deux organisations différentes, et non deux fois Ember : mercato ratio DeepMind Anthropic',
    ],
    [
      '/api/export/..%2f..%2fetc%2fpasswd.csv',
      'fichier inconnu : "../../etc/passwd.csv" ; écrivez TABLE.csv, TABLE.json ou TABLE.parquet',
    ],
    ['/api/claims/none', 'affirmation inconnue : "none" ; /api/claims en donne la liste'],
    ['/api/nowhere', 'adresse inconnue : /api/nowhere ; /api/openapi.json en donne la liste'],
  ])('says of %s what is wrong and what to do', async (path, detail) => {
    const french = await problem(inFrench(path));
    expect([french.detail, french.lang]).toEqual([detail, 'fr']);
    expect(french.title).toMatch(/^(?:Question mal posée|Introuvable)$/);
    const english = await problem(path);
    expect([english.status, english.lang]).toEqual([french.status, 'en']);
    expect(english.detail).not.toBe(french.detail);
  });

  it('is said to a browser in French that asks for no language', async () => {
    const { detail } = await problem('/api/nowhere', { headers: { 'accept-language': 'fr-FR,fr;q=0.9' } });
    expect(detail).toContain('adresse inconnue');
  });

  it('says of a text that is no article what it lacks', async () => {
    const post = (text: string) =>
      problem('/api/draft?lang=fr', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
      });
    expect(
      (await post('Der Weg war lang und niemand wusste, wohin er die Leute an diesem Tag führte.')).detail,
    ).toMatch(/^langue non comprise : deu ; donnez un article en français ou en anglais$/);
    expect((await post('\0')).detail).toBe('ce n’est pas un texte ; donnez un article en texte ou en HTML');
  });

  it('that nobody put into French stays as the command line says it, and says in what language', async () => {
    here = await served();
    const { world } = here;
    Object.assign(world.warehouse, {
      query: () => Promise.reject(new MercatoError('warehouse', 'a thing that nobody foresaw; try again')),
    });
    const { detail, lang } = await problem('/api/measures/delay?lang=fr');
    expect([detail, lang]).toEqual(['a thing that nobody foresaw; try again', 'en']);
  });
});
