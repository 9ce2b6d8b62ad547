// The network canvas: a Streamlit component (version 2) round cytoscape. One instance lives on across reruns.
import cytoscape from 'cytoscape';
import fcose from 'cytoscape-fcose';
import { follow } from './focus.js';
import { listen, wayBack } from './keyboard.js';
import { thin, watch } from './labels.js';
import { arrange } from './layout.js';
import { draw, filter } from './legend.js';
import { stylesheet, theme } from './look.js';
import { save, saveVector } from './picture.js';
import { fan, settle } from './place.js';
import { seen, Steps } from './steps.js';
import { fill } from './toolbar.js';

cytoscape.use(fcose);
const INSTANCES = new WeakMap();
const MANY = 120; // nodes from which names wait until they are thinned: smaller pictures are arranged round their names
const CROWDED = 200; // nodes from which edges are drawn plain
const NAMED = 30; // links up to which their names are written unasked

function part(kind, root, attributes = {}) {
  const element = document.createElement('div');
  element.className = kind;
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  root.append(element);
  return element;
}

class Canvas {
  constructor(root, host, data) {
    this.root = root;
    this.host = host;
    this.off = new Set(data.off || []);
    this.wished = data.hidden || []; // ids to hide once they are there: the address says so
    this.pins = new Map(Object.entries(data.pinned || {})); // where to pin nodes once they are there: the address says so, too
    this.linksOpen = false;
    this.turn = 0; // counts arrangements
    this.touched = false; // whether the reader has moved the view: then it is never fitted unasked
    this.named = undefined; // whether links bear their names: the reader's wish, else by their number
    root.style.height = data.height;
    this.stage = part('stage', root, { role: 'application', tabindex: '0' });
    this.legend = part('legend', root, { role: 'group', 'aria-label': 'Legend: press to hide or show' });
    this.tools = part('tools', root, { role: 'toolbar', 'aria-label': 'Picture' });
    this.tip = part('tip', root, { 'aria-hidden': 'true' });
    this.note = part('note', root, { role: 'status' });
    this.live = part('live', root, { 'aria-live': 'polite' });
    const crowded = data.nodes.length > CROWDED;
    this.cy = cytoscape({
      container: this.stage, elements: [], minZoom: 0.05, maxZoom: 4, boxSelectionEnabled: false, selectionType: 'single',
      autounselectify: true, hideEdgesOnViewport: data.nodes.length > 1500, pixelRatio: data.nodes.length > 800 ? 1 : 'auto',
      textureOnViewport: false, style: [],
    });
    root.canvas = this.cy; // for tests and the curious
    this.crowded = crowded;
    this.size = 13; // of names, in model pixels; the arrangement chooses it
    this.changed = watch(this.cy, () => this.size);
    this.#begin();
    follow(this.cy, this.tip);
    this.#listen();
    this.#buttons();
    this.#size();
  }

  #begin() {
    this.steps = new Steps(this.cy, {
      changed: () => { this.changed(); this.tell(); },
      open: (id) => this.expand(this.cy.getElementById(id)),
      close: (id) => this.api.setTriggerValue('close', id),
    });
  }

  #listen() {
    const { cy } = this;
    cy.on('tapstart', () => this.stage.focus({ preventScroll: true })); // so that keys act on what was just pressed
    cy.on('onetap', 'node, edge', (event) => this.pick(event.target));
    cy.on('onetap', (event) => { if (event.target === cy) this.clear(); });
    cy.on('dbltap', 'node', (event) => this.expand(event.target));
    cy.on('dragfree', 'node', (event) => { event.target.addClass('pinned'); this.tell(); });
    cy.on('cxttap', 'node', (event) => this.pin(event.target));
    cy.on('scrollzoom dragpan pinchzoom', () => { this.touched = true; });
    listen(cy, this.stage, this.live, {
      pick: (n) => this.pick(n), expand: (n) => this.expand(n), hide: (n) => this.steps.hide(seen(n)), fit: () => this.fit(220),
      clear: () => this.clear(), pin: (n) => this.pin(n),
    });
    wayBack(this.root, { undo: () => this.steps.undo(), redo: () => this.steps.redo() });
  }

  #buttons() {
    const zoom = (by) => {
      this.touched = true;
      this.cy.zoom({ level: this.cy.zoom() * by, renderedPosition: { x: this.cy.width() / 2, y: this.cy.height() / 2 } });
    };
    fill(this.tools, [
      ['in', 'Zoom in', () => zoom(1.3)],
      ['out', 'Zoom out', () => zoom(1 / 1.3)],
      ['fit', 'Fit the picture (f)', () => this.fit(220)],
      ['layout', 'Arrange again; pinned nodes stay', () => this.arrange()],
      [],
      ['names', 'Names of links on or off', () => { this.named = this.cy.edges('.named').empty(); this.names(); }],
      ['pin', 'Pin what is picked, or let it go (p)', () => this.pin(this.cy.$('node.picked'))],
      ['hide', 'Hide what is picked (h)', () => this.steps.hide(seen(this.cy.$('node.picked')))],
      ['only', 'Hide all but what is picked and its neighbours', () => this.steps.only(this.cy.$('node.picked'))],
      ['undo', 'Undo hiding or opening (Ctrl+Z)', () => this.steps.undo()],
      ['redo', 'Do it again (Ctrl+Shift+Z)', () => this.steps.redo()],
      [],
      ['save', 'Save as PNG', () => save(this.cy, this.look.ground)],
      ['vector', 'Save as SVG', () => saveVector(this.cy, this.look, this.kinds)],
    ]);
  }

  // The canvas gets its real width only after it is in the page: fit then, and whenever a panel opens beside it.
  #size() {
    let timer;
    new ResizeObserver(() => {
      this.cy.resize();
      if (!this.touched) { clearTimeout(timer); timer = setTimeout(() => this.fit(0), 40); }
    }).observe(this.stage);
  }

  fit(duration) {
    const shown = this.cy.elements(':visible');
    if (!shown.length || !this.cy.width()) return;
    // Leave room for the toolbar above and the legend below.
    const box = shown.boundingBox({ includeLabels: true });
    const room = { left: 24, right: 24, top: 56, bottom: this.legend.offsetHeight + 26 };
    const width = Math.max(60, this.cy.width() - room.left - room.right);
    const height = Math.max(60, this.cy.height() - room.top - room.bottom);
    const zoom = Math.min(width / box.w, height / box.h, 1.6);
    const pan = { x: room.left + width / 2 - zoom * (box.x1 + box.w / 2), y: room.top + height / 2 - zoom * (box.y1 + box.h / 2) };
    this.cy.stop();
    if (duration) this.cy.animate({ zoom, pan, duration });
    else this.cy.viewport({ zoom, pan });
    this.touched = false;
    this.note.textContent = '';
  }

  pick(element) {
    this.cy.$('.picked').removeClass('picked');
    element.addClass('picked');
    this.live.textContent = element.isNode() ? `${element.data('name')} picked` : `link ${element.data('text')} picked`;
    this.api.setStateValue('picked', { id: element.id(), node: element.isNode() });
  }

  clear() {
    if (this.cy.$('.picked').empty()) return;
    this.cy.$('.picked').removeClass('picked');
    this.api.setStateValue('picked', null);
  }

  /** Pin nodes where they are, or let them go. */
  pin(nodes) {
    nodes.toggleClass('pinned');
    this.live.textContent = nodes.map((n) => `${n.data('name')} ${n.hasClass('pinned') ? 'pinned' : 'let go'}`).join(', ');
    this.tell();
  }

  /** Say what the legend leaves out, what is hidden and what is pinned where, so that the address can hold it. */
  tell() {
    const at = (n) => [n.id(), [Math.round(n.position('x')), Math.round(n.position('y'))]];
    const view = {
      off: [...this.off].sort(), hidden: this.cy.nodes('.hidden').map((n) => n.id()).sort(), pinned: Object.fromEntries(this.cy.nodes('.pinned').map(at)),
    };
    const said = JSON.stringify(view);
    if (said === this.said) return;
    this.said = said;
    this.api.setStateValue('view', view);
  }

  expand(node) {
    this.note.textContent = `Opening ${node.data('name')} …`;
    this.api.setTriggerValue('expand', node.id());
  }

  names() {
    const wanted = this.named ?? this.cy.edges().length <= NAMED;
    this.cy.edges().filter((e) => e.hasClass('named') !== wanted).toggleClass('named', wanted);
  }

  ready() {
    thin(this.cy, this.size);
    this.root.dataset.ready = String(Number(this.root.dataset.ready || 0) + 1);
  }

  arrange() {
    arrange(this.cy, this, this.seed, () => this.#arranged());
  }

  // Which names are written depends on how far out the view is, and how far out it must be on the names.
  #arranged() {
    this.fit(0);
    thin(this.cy, this.size);
    this.fit(0);
    this.ready();
  }

  dress(data) {
    this.kinds = data.kinds;
    this.look = theme(this.host);
    const key = JSON.stringify([this.look, Object.keys(data.kinds)]);
    if (key === this.dressed) return;
    this.dressed = key;
    this.cy.style(stylesheet(data.kinds, this.look, this.crowded));
    draw(this.cy, this, this.legend, data.kinds, this.look);
  }

  update(data) {
    this.dress(data);
    if (data.revision !== this.revision) {
      this.revision = data.revision;
      this.seed = data.seed;
      this.#take(data);
    }
    this.steps.opened(data.opened || []);
    const picked = data.picked ? this.cy.getElementById(data.picked) : this.cy.collection();
    if (picked.nonempty() && !picked.hasClass('picked')) {
      this.cy.$('.picked').removeClass('picked');
      picked.addClass('picked');
    }
  }

  // Take in what is new, wave after wave, and drop what is gone; what stands stays where it is.
  #take(data) {
    const { cy } = this;
    const wanted = new Set([...data.nodes, ...data.edges].map((e) => e.id));
    const other = cy.nodes().filter((n) => wanted.has(n.id())).empty();
    cy.elements().filter((e) => !wanted.has(e.id())).remove();
    if (other) { this.#begin(); this.touched = false; }
    const fresh = data.nodes.filter((n) => cy.getElementById(n.id).empty());
    const waves = [...new Set(fresh.map((n) => n.wave))].sort((a, b) => a - b);
    const many = data.nodes.length > MANY;
    const add = (nodes, places) => {
      const held = new Set([...cy.elements().map((e) => e.id()), ...nodes.map((n) => n.id)]);
      cy.add([
        ...nodes.map((n, i) => ({
          group: 'nodes', data: n, position: places ? places[i] : { x: 0, y: 0 },
          // The names of a large picture are measured only when they are written.
          classes: n.id === data.seed ? 'seed' : many ? 'quiet' : '',
        })),
        ...data.edges.filter((e) => !held.has(e.id) && held.has(e.source) && held.has(e.target)).map((e) => ({ group: 'edges', data: e })),
      ]);
      nodes.filter((n) => this.pins.has(n.id)).forEach((n) => {
        const [x, y] = this.pins.get(n.id);
        cy.getElementById(n.id).addClass('pinned').position({ x, y });
        this.pins.delete(n.id);
      });
    };
    const late = () => {
      waves.filter((w) => !other || w !== waves[0]).forEach((wave) => {
        const nodes = fresh.filter((n) => n.wave === wave);
        add(nodes, this.#places(nodes, data.edges));
      });
      add([], []);
      const wished = this.wished.filter((id) => cy.getElementById(id).nonempty());
      this.wished = [];
      this.steps.hide(wished);
      this.names();
      filter(cy, this);
      draw(cy, this, this.legend, data.kinds, this.look);
      this.stage.setAttribute('aria-label', `Network of ${data.nodes.length} nodes and ${data.edges.length} links. Arrow keys walk, Enter picks, e opens neighbours, h hides, f fits. A table of the same follows.`);
    };
    if (other && fresh.length) {
      add(fresh.filter((n) => n.wave === waves[0]));
      arrange(cy, this, data.seed, () => { late(); this.#arranged(); });
      return;
    }
    late();
    this.#tell(fresh);
    this.ready();
  }

  #places(nodes, edges) {
    const { cy } = this;
    const standing = cy.nodes().map((n) => ({ ...n.position() }));
    const byAnchor = new Map();
    nodes.forEach((node) => {
      const link = edges.find((e) => (e.source === node.id && cy.getElementById(e.target).nonempty()) || (e.target === node.id && cy.getElementById(e.source).nonempty()));
      const anchor = link ? (link.source === node.id ? link.target : link.source) : '';
      byAnchor.set(anchor, [...(byAnchor.get(anchor) || []), node]);
    });
    const places = new Map();
    [...byAnchor.keys()].sort().forEach((anchor) => {
      const at = cy.getElementById(anchor);
      const centre = at.nonempty() ? at.position() : { x: cy.elements().boundingBox().x2 + 120, y: 0 };
      const round = at.nonempty() ? at.neighborhood('node').map((n) => n.position()) : [];
      const group = byAnchor.get(anchor);
      settle(fan(centre, round, group.length), [...standing, ...places.values()]).forEach((p, i) => places.set(group[i].id, p));
    });
    return nodes.map((n) => places.get(n.id));
  }

  #tell(fresh) {
    if (!fresh.length) { this.note.textContent = this.note.textContent ? 'Nothing new to show there.' : ''; return; }
    const box = this.cy.extent();
    const outside = fresh.filter((n) => {
      const p = this.cy.getElementById(n.id).position();
      return p.x < box.x1 || p.x > box.x2 || p.y < box.y1 || p.y > box.y2;
    }).length;
    this.touched = true;
    this.note.textContent = `${fresh.length} more${outside ? `, ${outside} outside the view: press f to fit` : ''}`;
    this.live.textContent = this.note.textContent;
    setTimeout(() => { this.note.textContent = ''; }, 6000);
  }
}

export default function network(component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector('.network');
  let canvas = INSTANCES.get(root);
  if (!canvas) {
    canvas = new Canvas(root, parentElement.host || parentElement, data);
    INSTANCES.set(root, canvas);
    if (document.fonts) document.fonts.ready.then(() => canvas.cy.style().update());
  }
  canvas.api = component;
  canvas.update(data);
}
