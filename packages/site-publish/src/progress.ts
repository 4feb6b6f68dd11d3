/** What a publish is at. */
export type Phase = "read" | "upload" | "copy" | "invalidate" | "delete";

/** How far it is. */
export interface Progress {
  readonly phase: Phase;
  /** files, or what else the phase counts; 0 of 0 where it counts nothing */
  readonly done: number;
  readonly total: number;
}

/** Who is told of what happens on the way. */
export interface Listener {
  onProgress?(progress: Progress): void;
  /** What a person should know: once each, in whole sentences. */
  onNotice?(text: string): void;
}

/** Counts what is done in a phase. */
export function counter({ onProgress }: Listener, phase: Phase, total: number): () => void {
  let done = 0;
  onProgress?.({ phase, done, total });
  return () => {
    done += 1;
    onProgress?.({ phase, done, total });
  };
}
