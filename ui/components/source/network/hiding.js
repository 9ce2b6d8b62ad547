// Taking nodes out of the picture and bringing them back.
import { History } from './history.js';

/** Hide, hide others, undo and redo for one picture. */
export class Hiding {
  constructor(cy, changed) {
    this.cy = cy;
    this.changed = changed;
    this.history = new History();
  }

  apply(ids, hidden) {
    this.cy.batch(() => ids.forEach((id) => this.cy.getElementById(id).toggleClass('hidden', hidden)));
    this.changed();
  }

  /** Hide these nodes, in one step. */
  hide(nodes) {
    const ids = nodes.filter(':visible').map((n) => n.id());
    this.history.push(ids);
    this.apply(ids, true);
  }

  /** Hide these ids as one step, as they were when the address was made. */
  restore(ids) {
    if (!ids.length) return;
    this.history.push(ids);
    this.apply(ids, true);
  }

  /** Hide all but these nodes and their neighbours. */
  only(nodes) {
    if (nodes.nonempty()) this.hide(this.cy.nodes().not(nodes.closedNeighborhood()));
  }

  undo() { this.apply(this.history.undo(), false); }

  redo() { this.apply(this.history.redo(), true); }
}
