/** The word lists of conferences, ready to be asked what stands at a word. */
import { dataFile } from '../data-file.ts';
import { type Phrases, phrases } from '../words.ts';

const LISTS = [
  'abroad',
  'bodies',
  'ceremonies',
  'commercial',
  'documents',
  'future',
  'kept',
  'notEvents',
  'past',
  'plurals',
  'series',
  'stops',
  'verbsAfterHead',
] as const;

export type Lexicon = Readonly<Record<(typeof LISTS)[number], Phrases>>;

export const lexicon = dataFile('conferences.json', (json): Lexicon => {
  const all = json as Record<(typeof LISTS)[number], string[]>;
  const read = (name: (typeof LISTS)[number]) => phrases(all[name]);
  return {
    abroad: read('abroad'),
    bodies: read('bodies'),
    ceremonies: read('ceremonies'),
    commercial: read('commercial'),
    documents: read('documents'),
    future: read('future'),
    kept: read('kept'),
    notEvents: read('notEvents'),
    past: read('past'),
    plurals: read('plurals'),
    series: read('series'),
    stops: read('stops'),
    verbsAfterHead: read('verbsAfterHead'),
  };
});

/** Bodies that say by their name that they are the state's, the party's, the forces' or the front's. */
export const publicBodies = dataFile('organisations.json', (json) =>
  phrases((json as { public: string[] }).public),
);

/** Any body a name can begin with: public, institute or private. */
export const namedBodies = dataFile('organisations.json', (json) => {
  const all = json as Record<'public' | 'institutes' | 'private', string[]>;
  return phrases([...all.public, ...all.institutes, ...all.private]);
});
