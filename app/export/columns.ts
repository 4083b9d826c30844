/** The table's columns, in order: one row an article. docs/exports.md describes each. */

import { bodyColumn } from './columns/body.ts';
import type { Column } from './columns/column.ts';
import { findingColumns } from './columns/findings.ts';
import { pageColumns } from './columns/page.ts';
import { stateColumns } from './columns/state.ts';

export type { Cell, Column, ColumnContext } from './columns/column.ts';

/** The longest text comes last: where it goes on behind its cell, its parts stand side by side. */
export const COLUMNS: readonly Column[] = [
  ...pageColumns,
  ...findingColumns,
  ...stateColumns,
  bodyColumn,
];
