// Undo and redo of what was done to a picture.

/** A list of steps: `{hidden: [ids that went out of sight together]}` or `{opened: the node whose neighbours came}`. */
export class History {
  constructor() {
    this.done = [];
    this.undone = [];
  }

  /** Record a step; redo starts anew. */
  push(step) {
    this.done.push(step);
    this.undone = [];
  }

  /** The step to take back; undefined where there is none. */
  undo() {
    const step = this.done.pop();
    if (step) this.undone.push(step);
    return step;
  }

  /** The step to do again; undefined where there is none. */
  redo() {
    const step = this.undone.pop();
    if (step) this.done.push(step);
    return step;
  }
}
