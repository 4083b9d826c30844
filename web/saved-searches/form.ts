/** Names in the forms of saved searches. */
export const BASE = '/tim-da-luu';
/** Where feeds are read: `/nguon/TOKEN`. */
export const FEED = '/nguon';
export const NAME = 'ten';
export const SEARCH = 'tim';
export const WHO = 'nguoi-luu';
export const KIND = 'cach';
export const ADDRESS = 'dia-chi';
export const DIGEST = 'gio';
/** Of the search that the form shows. */
export const VERSION = 'phien-ban';
