/** Text that is markup already. */
export interface Html {
  readonly html: string;
}

export type Piece = Html | string | number | null | readonly Html[];

/** Markup with values; a value that is not markup is escaped, wherever it stands. */
export function html(strings: TemplateStringsArray, ...values: readonly Piece[]): Html {
  return {
    html: strings.map((text, i) => text + (i < values.length ? written(values[i] ?? null) : '')).join(''),
  };
}

/** Text taken as markup: style sheets and pictures that were built here. */
export function markup(text: string): Html {
  return { html: text };
}

/** Text with all that means something in markup made harmless, in elements and attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function written(value: Piece): string {
  if (value === null) return '';
  if (typeof value === 'object')
    return 'html' in value ? value.html : value.map((part) => part.html).join('');
  return escapeHtml(String(value));
}
