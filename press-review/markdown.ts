/** A press review as Markdown. */
import { type Block, outline } from './outline.ts';
import type { PressReview } from './review.ts';
import { longDay } from './words.ts';

/** Letters that Markdown or HTML would read as markup get a backslash. */
function plain(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~&#]/g, '\\$&')
    .replace(/^(\s*)([-+])(?=\s)/, '$1\\$2')
    .replace(/^(\d{1,9})([.)])(?=\s)/, '$1\\$2');
}

function block(one: Block): string {
  switch (one.type) {
    case 'heading':
      return `## ${plain(one.text)}`;
    case 'subheading':
      return `### ${plain(one.text)}`;
    case 'headline':
      return `**${plain(one.text)}**${one.source ? `  \n*${plain(one.source)}*` : ''}`;
    case 'paragraph':
      return plain(one.text);
    case 'quote':
      return `> ${plain(one.text)}`;
    case 'note':
      return one.label ? `*${plain(one.label)}:* ${plain(one.text)}` : plain(one.text);
    case 'link':
      // As the URL standard writes it, nothing in it can end the brackets.
      return `<${new URL(one.url).href}>`;
    case 'table': {
      const row = (cells: readonly string[]) =>
        `| ${cells.map((cell) => plain(cell).replace(/\s+/g, ' ')).join(' | ')} |`;
      const { head, rows } = one.table;
      return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
    }
  }
}

export function toMarkdown(review: PressReview): string {
  const { title, period, blocks } = outline(review);
  const { form, parentAgency, agency, number, place } = review.letterhead;
  const head =
    form === 'none'
      ? []
      : [parentAgency, agency, number, `${place ? `${place}, ` : ''}${longDay(review.issuedOn)}`]
          .filter(Boolean)
          .map((text) => `${plain(text)}  `);
  const { recipients, signature } = review;
  return [
    ...(head.length > 0 ? [head.join('\n')] : []),
    `# ${plain(title)}`,
    plain(period),
    ...blocks.map(block),
    ...(recipients.length > 0
      ? [['*Nơi nhận:*', ...recipients.map((one) => `- ${plain(one)}`)].join('\n')]
      : []),
    ...(signature ? [`**${plain(signature.capacity)}**`, `**${plain(signature.name)}**`] : []),
  ]
    .join('\n\n')
    .concat('\n');
}
