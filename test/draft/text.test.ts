import { describe, expect, it } from 'vitest';
import { languageOfArticle, readArticle, sentencesOf } from '../../src/draft/index.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const fault = (work: () => unknown): string => {
  try {
    work();
    return 'nothing wrong';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('readArticle()', () => {
  it('keeps what a page says and drops scripts, styles, menus and what is hidden', () => {
    const page = `<!doctype html><html><head><title>T</title><script>stolen = "9 million"</script><style>p{}</style>
      <meta property="og:site_name" content="Gazette"><meta property="article:published_time" content="2025-03-04T08:00:00Z">
      <link rel="canonical" href="https://example.org/a"></head>
      <body><nav>Menu 1</nav><p onclick="steal()">Alpha&nbsp;hires <b>40</b> people.<script>5</script></p><p hidden>Secret 7</p><div style="display: none">Gone 8</div><footer>Foot 2</footer></body></html>`;
    expect(readArticle(bytes(page), 'a.html')).toEqual({
      text: expect.stringMatching(/^\s*Alpha hires 40 people\.\s*$/),
      site: 'Gazette',
      published: '2025-03-04',
      address: 'https://example.org/a',
    });
  });

  it('takes the article of a page alone where it has one', () => {
    const page = '<html><body><p>Around it.</p><article><h1>Title</h1><p>Inside.</p></article></body></html>';
    expect(
      readArticle(bytes(page), 'a.html')
        .text.split(/\n+/)
        .filter((line) => line),
    ).toEqual(['Title', 'Inside.']);
  });

  it('takes no address that is not of the web', () => {
    const page = '<html><link rel="canonical" href="javascript:alert(1)"><p>Words.</p></html>';
    expect(readArticle(bytes(page), 'a.html').address).toBeUndefined();
  });

  it.each([
    ['UTF-8 with its mark', bytes('\ufeffÉtude')],
    ['UTF-16, little end first', new Uint8Array([0xff, 0xfe, ...Buffer.from('Étude', 'utf16le')])],
    ['Windows-1252', new Uint8Array([0xc9, 0x74, 0x75, 0x64, 0x65])],
    ['letters with marks of their own', bytes('E\u0301tude')],
  ])('reads %s', (_, given) => {
    expect(readArticle(given, 'a.txt').text).toBe('Étude');
  });

  it.each([
    ['50 MB', new Uint8Array(50_000_000), /article too large: 50\.0 MB \(a\.txt\)/],
    [
      'a text as long as ten books',
      bytes('word '.repeat(70_000)),
      /article too long: 349999 characters \(a\.txt\)/,
    ],
    ['nothing', new Uint8Array(), /no text: a\.txt/],
    ['figures only', bytes('1 2 3'), /no text: a\.txt/],
    ['an image', new Uint8Array([0x89, 0x50, 0, 0]), /not a text: a\.txt/],
  ])('refuses %s', (_, given, message) => {
    expect(fault(() => readArticle(given, 'a.txt'))).toMatch(message);
  });

  it('refuses a page of elements in one another without end', () => {
    expect(fault(() => readArticle(bytes(`<html>${'<div>'.repeat(200_000)}x`), 'a.html'))).toMatch(
      /nested too deeply/,
    );
  });
});

describe('languageOfArticle()', () => {
  it.each([
    ['en', 'The company has hired forty people in the last year, it said.'],
    ['fr', 'La société a recruté quarante personnes en un an, selon elle.'],
  ])('knows %s', (lang, text) => {
    expect(languageOfArticle(text, 'a.txt')).toBe(lang);
  });

  it('refuses another language by name', () => {
    const text =
      'Das Unternehmen hat im vergangenen Jahr vierzig Menschen eingestellt und will weiter wachsen, sagte der Sprecher.';
    expect(fault(() => languageOfArticle(text, 'a.txt'))).toBe(
      'language not understood: deu (a.txt); give an article in English or French',
    );
  });
});

describe('sentencesOf()', () => {
  it.each([
    ['fr', 'M. Orvault part. Il revient.', ['M. Orvault part.', 'Il revient.']],
    ['fr', 'Le plan est prêt.Interrogé hier, il a ri.', ['Le plan est prêt.', 'Interrogé hier, il a ri.']],
    [
      'fr',
      'Il en part 4,5. « Non. Jamais », dit-elle.',
      ['Il en part 4,5.', '« Non.', 'Jamais », dit-elle.'],
    ],
    [
      'en',
      'Dr. Holt of the U.S. unit left. It lost $3.4bn.',
      ['Dr. Holt of the U.S. unit left.', 'It lost $3.4bn.'],
    ],
  ] as const)('%s: %s', (lang, text, sentences) => {
    expect(sentencesOf(text, lang).map((one) => one.text)).toEqual(sentences);
  });

  it('says where a sentence stands and which quote it is part of', () => {
    const [, , last] = sentencesOf('Eins.\n\n« Non. Jamais », dit-elle.', 'fr');
    expect(last).toMatchObject({ paragraph: 2, number: 3, line: 3, quotes: [{ start: 7, end: 22 }] });
  });

  it('cuts what never ends', () => {
    const all = sentencesOf('word '.repeat(2000), 'en');
    expect(Math.max(...all.map(({ text }) => text.length))).toBeLessThanOrEqual(1000);
  });
});
