/** A column of a file that people fill in, as the page documents it and as the server reads it. */
export interface FileColumn {
  readonly name: string;
  /** What the cell holds, in French. */
  readonly help: string;
  readonly example: string;
}
