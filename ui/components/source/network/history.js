// Undo and redo of what was hidden.

/** A list of steps, each a list of node ids that went out of sight together. */
export class History {
  constructor() {
    this.done = [];
    this.undone = [];
  }

  /** Record a step; redo starts anew. */
  push(ids) {
    if (!ids.length) return;
    this.done.push(ids);
    this.undone = [];
  }

  /** The step to show again, or an empty list. */
  undo() {
    const step = this.done.pop();
    if (step) this.undone.push(step);
    return step || [];
  }

  /** The step to hide again, or an empty list. */
  redo() {
    const step = this.undone.pop();
    if (step) this.done.push(step);
    return step || [];
  }
}
