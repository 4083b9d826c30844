import { archiveContract } from '../contracts/archive.ts';
import { newWorld } from './worlds.ts';

archiveContract('SQLite', newWorld);
