/** In which language is spoken: Vietnamese, unless somebody says otherwise around what they do. */
import { AsyncLocalStorage } from 'node:async_hooks';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const spoken = new AsyncLocalStorage<Language>();

/** Of what is being done; the night, the workers and the command line speak Vietnamese. */
export const language = (): Language => spoken.getStore() ?? 'vi';

/** Whether somebody chose a language, or nobody is known who could. */
export const isChosen = (): boolean => spoken.getStore() !== undefined;

/** Does the work, with everything that it awaits, in a language; others that run meanwhile keep theirs. */
export const speaking = <T>(chosen: Language, work: () => T): T => spoken.run(chosen, work);
