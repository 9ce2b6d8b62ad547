// Taking nodes out of the picture, opening others, and the way back from both.
import { History } from './history.js';

/** Hide, hide others, undo and redo for one picture; `acts` has changed(), open(id) and close(id). */
export class Steps {
  constructor(cy, acts) {
    this.cy = cy;
    this.acts = acts;
    this.history = new History();
    this.open = new Set();
  }

  #apply(ids, hidden) {
    this.cy.batch(() => ids.forEach((id) => this.cy.getElementById(id).toggleClass('hidden', hidden)));
    this.acts.changed();
  }

  /** Hide these ids, in one step. */
  hide(ids) {
    if (!ids.length) return;
    this.history.push({ hidden: ids });
    this.#apply(ids, true);
  }

  /** Hide all but these nodes and their neighbours. */
  only(nodes) {
    if (nodes.nonempty()) this.hide(seen(this.cy.nodes().not(nodes.closedNeighborhood())));
  }

  /** Take note of which nodes are open now: each that was not is a step, unless it was opened again. */
  opened(ids) {
    const again = new Set(this.history.done.map((step) => step.opened));
    ids.filter((id) => !this.open.has(id) && !again.has(id)).forEach((id) => this.history.push({ opened: id }));
    this.open = new Set(ids);
  }

  undo() { this.#go(this.history.undo(), false); }

  redo() { this.#go(this.history.redo(), true); }

  #go(step, forward) {
    if (!step) return;
    if (step.hidden) this.#apply(step.hidden, forward);
    else if (forward) this.acts.open(step.opened);
    else this.acts.close(step.opened);
  }
}

/** The ids of those nodes that can be seen. */
export function seen(nodes) {
  return nodes.filter(':visible').map((n) => n.id());
}
