/** Saving a search and saying where its news go. The one way for page, API and command line. */
import { z } from 'zod';
import type { NewTarget, SavedSearch, SavedTarget } from '../../archive/saved-searches-port.ts';
import { Who } from '../../core/corrections.ts';
import { DiembaoError, messageOf, UsageError } from '../../core/errors.ts';
import { told } from '../../i18n/text.ts';
import type { Library } from '../compose.ts';
import { addresses } from '../night/settings.ts';
import { minutesOf } from '../night/window.ts';
import type { AskParts } from '../search/ask.ts';
import type { Question } from '../search-answer.ts';
import { checkAddress, type Resolve } from '../send/http.ts';
import { checkQuestion, SavedQuestion, toSaved } from './question.ts';

export interface OpenedSearch extends Omit<SavedSearch, 'question'> {
  readonly question: SavedQuestion;
}

type Stored = { readonly archive: Pick<Library['archive'], 'savedSearches'> };

export type SavingParts = Stored &
  Pick<Library, 'clock' | 'config'> &
  Pick<AskParts, 'newspaper'> & {
    /** So many random bytes: secrets of webhooks and feeds. */
    readonly randomBytes: (size: number) => Uint8Array;
    readonly resolve?: Resolve;
  };

/** So many ways may one search take. */
export const MAX_TARGETS = 20;
export const MAX_NAME = 120;
const SECRET_BYTES = 24;

export const openedSearch = (stored: SavedSearch): OpenedSearch => ({
  ...stored,
  question: SavedQuestion.parse(stored.question),
});

const refused = (code: string, message: string, hint?: string) =>
  new UsageError(`saved-search-${code}`, message, hint === undefined ? {} : { hint });

/** @throws DiembaoError `saved-search-not-found` */
export async function openSaved({ archive }: Stored, id: string): Promise<OpenedSearch> {
  const stored = await archive.savedSearches.get(id);
  if (stored) return openedSearch(stored);
  throw new DiembaoError(
    'saved-search-not-found',
    told('Không có tìm kiếm đã lưu {id}', { id: id.slice(0, 40) }),
  );
}

const nowOf = ({ clock }: Pick<SavingParts, 'clock'>) => clock.now().toISOString();

function nameOf(typed: string): string {
  const named = typed.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (named !== '' && named.length <= MAX_NAME) return named;
  throw refused('no-name', told('Đặt tên cho tìm kiếm, tối đa {n} chữ', { n: MAX_NAME }));
}

function whoOf(by: string | null): string {
  const who = Who.safeParse(by ?? '');
  if (who.success) return who.data;
  throw refused('no-one', told('Ghi tên người làm, tối đa 80 chữ'), told('--by TÊN'));
}

export async function listSaved({ archive }: Stored): Promise<readonly OpenedSearch[]> {
  return (await archive.savedSearches.list()).map(openedSearch);
}

/**
 * From now on its news are kept; what is in the archive already is none.
 * @throws UsageError `saved-search-no-name`, `saved-search-no-one`; DiembaoError `saved-search-name-taken`,
 * `saved-search-no-question`, `question-…`
 */
export async function saveSearch(
  parts: SavingParts,
  name: string,
  question: Question,
  by: string | null,
): Promise<OpenedSearch> {
  const saved = toSaved(question);
  const [named, who] = [nameOf(name), whoOf(by)];
  checkQuestion(parts, saved);
  return openedSearch(await parts.archive.savedSearches.create(named, saved, who, nowOf(parts)));
}

/**
 * Another name or question; of another question only what is stored from now on is news.
 * @param version the one that was changed
 * @throws as `saveSearch`; DiembaoError `saved-search-not-found`, `saved-search-changed`
 */
export async function changeSearch(
  parts: SavingParts,
  { id, version }: Pick<SavedSearch, 'id' | 'version'>,
  to: { readonly name?: string; readonly question?: Question },
  by: string | null,
): Promise<OpenedSearch> {
  const who = whoOf(by);
  const question = to.question === undefined ? undefined : toSaved(to.question);
  if (question) checkQuestion(parts, question);
  const change = {
    ...(to.name === undefined ? {} : { name: nameOf(to.name) }),
    ...(question === undefined ? {} : { question }),
  };
  const changed = await parts.archive.savedSearches.change(id, version, change, who, nowOf(parts));
  return changed === null ? openSaved(parts, id) : openedSearch(changed);
}

/** It runs no more and tells nobody any more. @throws DiembaoError `saved-search-not-found` */
export async function removeSearch(
  parts: SavingParts,
  id: string,
  by: string | null,
): Promise<void> {
  await openSaved(parts, id);
  await parts.archive.savedSearches.remove(id, whoOf(by), nowOf(parts));
}

/** What is typed of a target. */
export interface TypedTarget {
  readonly kind: string;
  readonly address: string;
  /** `HH:mm` for a digest; empty: at once. */
  readonly digest: string;
}

const Kind = z.enum(['mail', 'webhook']);
const WebUrl = z.url({ protocol: /^https?$/ });

function digestOf(text: string): number | null {
  const typed = text.trim();
  if (typed === '') return null;
  const minutes = minutesOf(typed);
  if (minutes === null)
    throw refused(
      'bad-hour',
      told('“{typed}” không phải giờ', { typed: typed.slice(0, 20) }),
      'HH:mm, 07:00',
    );
  return minutes;
}

/** @throws UsageError `saved-search-bad-target`, `saved-search-bad-hour`, `saved-search-no-mail` */
async function checked(parts: SavingParts, typed: TypedTarget): Promise<NewTarget> {
  const kind = Kind.safeParse(typed.kind);
  if (!kind.success) throw refused('bad-target', told('Cách nhận: mail, webhook'));
  const digestAt = digestOf(typed.digest);
  const address = typed.address.trim();
  if (kind.data === 'mail') {
    const read = addresses.safeParse(address);
    if (!read.success || read.data.length !== 1 || address.length > 254)
      throw refused(
        'bad-target',
        told('“{address}” không phải một địa chỉ e-mail', { address: address.slice(0, 60) }),
      );
    if (parts.config.night.smtp === null)
      throw refused(
        'no-mail',
        told('Chưa có máy chủ thư nên chưa gửi được e-mail'),
        'DIEMBAO_SMTP_URL',
      );
    return { kind: 'mail', address, secret: null, digestAt };
  }
  if (!WebUrl.safeParse(address).success || address.length > 2_000)
    throw refused(
      'bad-target',
      told('“{address}” không phải địa chỉ web', { address: address.slice(0, 60) }),
      'https://…',
    );
  await checkAddress(address, {
    allowPrivate: parts.config.webhookPrivate,
    ...(parts.resolve ? { resolve: parts.resolve } : {}),
  }).catch((error: unknown) => {
    throw refused(
      'private-address',
      told('Địa chỉ nội bộ, chưa được phép gửi tới: {error}', { error: messageOf(error) }),
      error instanceof DiembaoError && error.hint ? error.hint : undefined,
    );
  });
  const secret = Buffer.from(parts.randomBytes(SECRET_BYTES)).toString('base64url');
  return { kind: 'webhook', address, secret, digestAt };
}

/** @throws what a wrong target is refused with; `saved-search-not-found`, `saved-search-too-many` */
export async function addTarget(
  parts: SavingParts,
  id: string,
  typed: TypedTarget,
  by: string | null,
): Promise<SavedTarget> {
  const { archive } = parts;
  const who = whoOf(by);
  const search = await openSaved(parts, id);
  const target = await checked(parts, typed);
  const there = await archive.savedSearches.targets(search.id);
  const same = there.find(
    (one) =>
      one.kind === target.kind &&
      one.address === target.address &&
      one.digestAt === target.digestAt,
  );
  // The form sent twice.
  if (same) return same;
  if (there.length >= MAX_TARGETS)
    throw refused('too-many', told('Tối đa {n} nơi nhận', { n: MAX_TARGETS }));
  const made = await archive.savedSearches.addTarget(id, target, who, nowOf(parts));
  return made ?? Promise.reject(refused('not-found', `there is no saved search ${id}`));
}

/** @throws DiembaoError `saved-search-not-found`, also where it has no such target */
export async function removeTarget(
  parts: SavingParts,
  id: string,
  target: string,
  by: string | null,
): Promise<void> {
  await openSaved(parts, id);
  if (await parts.archive.savedSearches.removeTarget(id, target, whoOf(by), nowOf(parts))) return;
  throw refused('not-found', told('Không có nơi nhận này'));
}

/** A new address of the feed; the former one is worth nothing any more. */
export async function newFeed(parts: SavingParts, id: string, by: string | null): Promise<string> {
  const who = whoOf(by);
  await openSaved(parts, id);
  const token = Buffer.from(parts.randomBytes(SECRET_BYTES)).toString('base64url');
  await parts.archive.savedSearches.setFeedToken(id, token, who, nowOf(parts));
  return token;
}

/** Nobody reads the feed any more. */
export async function endFeed(parts: SavingParts, id: string, by: string | null): Promise<void> {
  await openSaved(parts, id);
  await parts.archive.savedSearches.setFeedToken(id, null, whoOf(by), nowOf(parts));
}
