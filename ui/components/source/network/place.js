// Where new nodes go when a node is opened: round it, away from what stands there; the same every time.

const TURN = 2 * Math.PI;
const GAP = 88; // model pixels between the centres of two new nodes
const NEAR = 104; // radius of the first ring

/** The free arcs round `centre`, widest first, as {start, width} in radians. */
export function freeArcs(centre, others) {
  const angles = others.map((p) => Math.atan2(p.y - centre.y, p.x - centre.x)).sort((a, b) => a - b);
  if (!angles.length) return [{ start: -Math.PI / 2, width: TURN }];
  const arcs = angles.map((angle, i) => {
    const next = i + 1 < angles.length ? angles[i + 1] : angles[0] + TURN;
    return { start: angle, width: next - angle };
  });
  return arcs.sort((a, b) => b.width - a.width || a.start - b.start);
}

/** `count` places on rings round `centre`, inside its widest free arc (a full circle where nothing stands near it). */
export function fan(centre, others, count) {
  const arc = freeArcs(centre, others)[0];
  const margin = arc.width >= TURN ? 0 : Math.min(0.35, arc.width / 6);
  const width = Math.max(arc.width - 2 * margin, 0.5);
  const first = arc.start + (arc.width - width) / 2;
  const places = [];
  for (let ring = 0; places.length < count; ring += 1) {
    const radius = NEAR + ring * GAP;
    const room = Math.max(1, Math.floor((width * radius) / GAP));
    const here = Math.min(room, count - places.length);
    for (let i = 0; i < here; i += 1) {
      const angle = first + (width * (i + 0.5)) / here;
      places.push({ x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) });
    }
  }
  return places;
}

/** Push the new places off everything else; what stands already is never moved. */
export function settle(fresh, standing, rounds = 60) {
  const places = fresh.map((p) => ({ ...p }));
  for (let round = 0; round < rounds; round += 1) {
    let moved = false;
    places.forEach((p, i) => {
      let dx = 0;
      let dy = 0;
      const push = (q, share) => {
        const x = p.x - q.x || 0.01 * (i + 1);
        const y = p.y - q.y || 0.01;
        const far = Math.hypot(x, y);
        if (far >= GAP) return;
        dx += (x / far) * (GAP - far) * share;
        dy += (y / far) * (GAP - far) * share;
      };
      standing.forEach((q) => push(q, 0.6));
      places.forEach((q, j) => { if (j !== i) push(q, 0.35); });
      if (dx || dy) { p.x += dx; p.y += dy; moved = true; }
    });
    if (!moved) break;
  }
  return places;
}
