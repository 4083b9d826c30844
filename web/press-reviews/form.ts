/** The forms of press reviews: names of their fields, and what was pressed. */
import { z } from 'zod';
import { UsageError } from '../../core/errors.ts';
import { told } from '../../i18n/text.ts';
import {
  addSection,
  moveItem,
  moveSection,
  removeItem,
  removeSection,
} from '../../press-review/edit.ts';
import type { Fields } from '../../press-review/fields.ts';
import type { PressReview } from '../../press-review/review.ts';

export const BASE = '/diem-bao';
/** Fields that stand in a form besides the review's own. */
export const VERSION = 'phien-ban';
export const WHO = 'nguoi-lam';
export const ACTION = 'lam';
/** Of the form that makes a new one: a whole week, month or quarter instead of two days. */
export const PERIOD = 'ky';
/** Action: takes over the items of the daily reviews. */
export const GATHER = 'gom';
export const NEW_SECTION = 'muc-moi';
/** Of the form that adds: "<review>:<number of the section>", or NEW for a review of today. */
export const TARGET = 'vao';
export const NEW = 'moi';
export const ARTICLE = 'bai';
export const CONFERENCE = 'hoi-nghi';
export const SEARCH = 'tim';

/** A form of any size is refused before it is read (guard); here its values are told apart. */
const Sent = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.unknown()]));

/** Texts of a form by name; the first of several, files left out. */
export function textsOf(body: unknown): Fields {
  const sent = Sent.safeParse(body);
  if (!sent.success)
    throw new UsageError('press-review-wrong', told('Biểu mẫu gửi lên không đúng.'));
  return Object.fromEntries(
    Object.entries(sent.data).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return typeof first === 'string' ? [[name, first]] : [];
    }),
  );
}

/** What a button of the edit page does besides saving; `null`: nothing. */
export function pressed(review: PressReview, action: string, sent: Fields): PressReview {
  const [verb = '', id = ''] = action.split(':');
  const section = review.sections.findIndex((one) => one.id === id);
  switch (verb) {
    case 'len':
      return moveItem(review, id, -1);
    case 'xuong':
      return moveItem(review, id, 1);
    case 'bo':
      return removeItem(review, id);
    case 'muc-len':
      return section < 0 ? review : moveSection(review, section, -1);
    case 'muc-xuong':
      return section < 0 ? review : moveSection(review, section, 1);
    case 'muc-bo':
      return section < 0 ? review : removeSection(review, section);
    case 'muc-them':
      return addSection(review, sent[NEW_SECTION]?.trim() || 'Mục mới');
    default:
      return review;
  }
}
