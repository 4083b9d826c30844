/** Version of all knowledge in this folder; raise it when a text would be read differently than before. */
export const VIETNAMESE_VERSION = '6';
