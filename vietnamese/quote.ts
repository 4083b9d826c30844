/** One quotation as the record keeps it. */
import type { TextSpan } from './marked.ts';
import type { Speaker } from './speakers.ts';

export interface Quote {
  /** The words inside the marks; paragraphs joined by "\n", interrupted spans by one space. */
  readonly text: string;
  readonly spans: TextSpan[];
  readonly speaker: Speaker | null;
  readonly verb: string | null;
  readonly direct: boolean;
  /** Stands in quotation marks. */
  readonly marked: boolean;
}
