// The first arrangement: fcose for small pictures, d3-force in slices for large ones; both start from the same spiral.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import { loosen } from './loosen.js';

const SMALL = 120; // fcose is the better picture up to here, and takes too long beyond
const LARGE = 1000; // nodes from which the arrangement is shown seldom
const SLICE = 30; // ms of work before the page may paint
const LONG_SLICE = 90; // the same for large pictures, of which a paint takes longer
const ACROSS = 0.035; // how strongly nodes are drawn to the middle from left and right
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** Nodes in breadth-first order from the seed, each on the next turn of a spiral: no chance in it. */
function spiral(cy, seed) {
  const nodes = new Map(cy.nodes().map((n) => [n.id(), n]));
  const near = new Map([...nodes.keys()].map((id) => [id, new Set()]));
  cy.edges().forEach((e) => {
    const { source, target } = e.data();
    near.get(source).add(target);
    near.get(target).add(source);
  });
  const order = [];
  const seen = new Set();
  const walk = (root) => {
    const queue = [root];
    seen.add(root);
    for (let at = 0; at < queue.length; at += 1) {
      order.push(queue[at]);
      [...near.get(queue[at])].sort().forEach((next) => {
        if (!seen.has(next)) { seen.add(next); queue.push(next); }
      });
    }
  };
  if (nodes.has(seed)) walk(seed);
  [...nodes.keys()].sort((a, b) => near.get(b).size - near.get(a).size || (a < b ? -1 : 1)).forEach((id) => { if (!seen.has(id)) walk(id); });
  cy.batch(() => order.forEach((id, i) => {
    const node = nodes.get(id);
    if (node.hasClass('pinned')) return;
    const radius = 52 * Math.sqrt(i);
    node.position({ x: radius * Math.cos(i * GOLDEN) * 1.25, y: radius * Math.sin(i * GOLDEN) });
  }));
}

function fcose(cy, done) {
  const pinned = cy.nodes('.pinned').map((n) => ({ nodeId: n.id(), position: { ...n.position() } }));
  const layout = cy.layout({
    name: 'fcose', quality: 'proof', randomize: false, animate: false, fit: false, nodeDimensionsIncludeLabels: true, nodeSeparation: 110,
    idealEdgeLength: 104, nodeRepulsion: 8500, edgeElasticity: 0.35, gravity: 0.2, numIter: 3000, packComponents: true, tile: true,
    fixedNodeConstraint: pinned.length ? pinned : undefined,
  });
  layout.one('layoutstop', () => {
    // fcose keeps the constraint only roughly.
    pinned.forEach(({ nodeId, position }) => cy.getElementById(nodeId).position(position));
    done();
  });
  layout.run();
}

function force(cy, state, done) {
  const count = cy.nodes().length;
  const bodies = cy.nodes().map((n) => ({
    node: n, id: n.id(), radius: n.data('size') / 2, x: n.position('x'), y: n.position('y'),
    ...(n.hasClass('pinned') ? { fx: n.position('x'), fy: n.position('y') } : {}),
  }));
  const links = cy.edges().map((e) => ({ source: e.source().id(), target: e.target().id() }));
  // As wide and high as the window: what is drawn to the middle more strongly is closer to it.
  const shape = Math.max(0.7, Math.min(2, (cy.width() || 900) / Math.max(1, (cy.height() || 600) - 120)));
  const simulation = forceSimulation(bodies)
    .force('link', forceLink(links).id((d) => d.id).distance(52))
    .force('charge', forceManyBody().strength(count > 1000 ? -110 : -190).theta(1).distanceMax(1200))
    .force('collide', forceCollide((d) => d.radius + 6).iterations(1))
    .force('x', forceX().strength(ACROSS))
    .force('y', forceY().strength(ACROSS * shape * shape))
    .alphaDecay(count > 1000 ? 0.035 : 0.025)
    .stop();
  // In between only where the nodes are is shown: to measure all names for each look would take longer than the arranging.
  const glance = () => {
    cy.batch(() => bodies.forEach((d) => d.node.position({ x: d.x, y: d.y })));
    const [left, right] = [Math.min(...bodies.map((d) => d.x)), Math.max(...bodies.map((d) => d.x))];
    const [top, bottom] = [Math.min(...bodies.map((d) => d.y)), Math.max(...bodies.map((d) => d.y))];
    const zoom = Math.min((cy.width() || 900) / (right - left + 120), (cy.height() || 600) / (bottom - top + 160), 1.6);
    cy.viewport({ zoom, pan: { x: cy.width() / 2 - (zoom * (left + right)) / 2, y: cy.height() / 2 - (zoom * (top + bottom)) / 2 } });
  };
  const large = count > LARGE;
  let painted = performance.now();
  const run = ++state.turn; // a later arrangement ends this one
  const step = () => {
    if (run !== state.turn) return;
    const from = performance.now();
    while (performance.now() - from < (large ? LONG_SLICE : SLICE) && simulation.alpha() > 0.012) simulation.tick();
    if (simulation.alpha() <= 0.012) {
      cy.batch(() => bodies.forEach((d) => d.node.position({ x: d.x, y: d.y })));
      done();
      return;
    }
    if (performance.now() - painted > (large ? 1500 : 250)) { glance(); painted = performance.now(); }
    setTimeout(step, 0);
  };
  glance();
  setTimeout(step, 0);
}

/** Arrange everything but pinned nodes, then call `done`. */
export function arrange(cy, state, seed, done) {
  spiral(cy, seed);
  if (cy.nodes().length <= SMALL) fcose(cy, () => { state.size = loosen(cy, seed); done(); });
  else force(cy, state, done);
}
