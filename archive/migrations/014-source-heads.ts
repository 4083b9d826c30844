/** Length and beginning of a source, by which "unchanged" is checked. */
export const sourceHeads = `
ALTER TABLE urls ADD COLUMN head TEXT;
`;
