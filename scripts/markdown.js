// Pieces of a generated page.

/** A table of Markdown. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export const list = (lines) => lines.map((line) => `- ${line}`).join('\n');
export const fence = (lines, language = '') => [`\`\`\`${language}`, ...lines, '```'].join('\n');
export const code = (text) => `\`${text}\``;
export const page = (paragraphs) => `${paragraphs.join('\n\n')}\n`;
