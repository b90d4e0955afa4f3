/** A file to load. The command line makes it; readers never open paths of their own. */
export interface InputFile {
  /** Name without folder, for messages and `status`. */
  readonly name: string;
  /** Path, for engines that read a format themselves. */
  readonly path: string;
  /** Hash of the absolute path: what makes it the same file when it is loaded again. */
  readonly place: string;
  /** SHA-256 of the content. */
  readonly sha256: string;
  open(): AsyncIterable<Uint8Array>;
  /** The file from any place, which a zip needs, whose list of members stands at its end. */
  readonly anywhere?: RandomAccess;
}

/** A file as bytes from a first one up to, and without, a last one. */
export interface RandomAccess {
  /** Units: bytes. */
  readonly size: number;
  slice(start: number, end: number): AsyncIterable<Uint8Array>;
}
