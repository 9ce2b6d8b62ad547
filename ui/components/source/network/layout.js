// The first arrangement: fcose for small pictures, d3-force in slices for large ones; both start from the same spiral.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import { loosen } from './loosen.js';

const SMALL = 120; // fcose is the better picture up to here, and takes too long beyond
const SLICE = 30; // ms of work before the page may paint
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** Nodes in breadth-first order from the seed, each on the next turn of a spiral: no chance in it. */
function spiral(cy, seed) {
  const order = [];
  const seen = new Set();
  const walk = (root) => {
    const queue = [root];
    seen.add(root.id());
    while (queue.length) {
      const node = queue.shift();
      order.push(node);
      node.neighborhood('node').toArray().sort((a, b) => (a.id() < b.id() ? -1 : 1)).forEach((next) => {
        if (!seen.has(next.id())) { seen.add(next.id()); queue.push(next); }
      });
    }
  };
  const root = cy.getElementById(seed || '');
  if (root.nonempty()) walk(root);
  cy.nodes().toArray().sort((a, b) => b.degree() - a.degree() || (a.id() < b.id() ? -1 : 1)).forEach((n) => { if (!seen.has(n.id())) walk(n); });
  order.forEach((node, i) => {
    if (node.hasClass('pinned')) return;
    const radius = 52 * Math.sqrt(i);
    node.position({ x: radius * Math.cos(i * GOLDEN) * 1.25, y: radius * Math.sin(i * GOLDEN) });
  });
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
  const simulation = forceSimulation(bodies)
    .force('link', forceLink(links).id((d) => d.id).distance(52))
    .force('charge', forceManyBody().strength(count > 1000 ? -110 : -190).theta(1).distanceMax(1200))
    .force('collide', forceCollide((d) => d.radius + 6).iterations(1))
    .force('x', forceX().strength(0.03))
    .force('y', forceY().strength(0.075))
    .alphaDecay(count > 1000 ? 0.035 : 0.025)
    .stop();
  const show = () => { cy.batch(() => bodies.forEach((d) => d.node.position({ x: d.x, y: d.y }))); state.fit(0); };
  let painted = performance.now();
  const step = () => {
    const from = performance.now();
    while (performance.now() - from < SLICE && simulation.alpha() > 0.012) simulation.tick();
    if (simulation.alpha() <= 0.012) { show(); done(); return; }
    if (performance.now() - painted > (count > 1000 ? 700 : 250)) { show(); painted = performance.now(); }
    state.frame = requestAnimationFrame(step);
  };
  cancelAnimationFrame(state.frame);
  show();
  step();
}

/** Arrange everything but pinned nodes, then call `done`. */
export function arrange(cy, state, seed, done) {
  spiral(cy, seed);
  if (cy.nodes().length <= SMALL) fcose(cy, () => { state.size = loosen(cy, seed); done(); });
  else force(cy, state, done);
}
