/** One thing that every archive does, and where it is tried. */
import type { Archive } from '../../archive/port.ts';

/** An archive, opened with `joinedByOrganiser` and `byNameAndPlace`, that can be closed and opened again with what it holds. */
export interface ArchiveWorld {
  readonly archive: Archive;
  /** Closes the archive that is open and opens it anew. */
  reopen(): Promise<Archive>;
  end(): Promise<void>;
}

export interface ArchiveCase {
  readonly name: string;
  run(archive: Archive, world: ArchiveWorld): Promise<void>;
}
