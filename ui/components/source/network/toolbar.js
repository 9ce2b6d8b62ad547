// The buttons over the picture.

const SHAPES = {
  in: 'M10 4v12M4 10h12', out: 'M4 10h12', fit: 'M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4', layout: 'M10 6v4M10 10l-5 5M10 10l5 5M10 4.5v0M5 15.5v0M15 15.5v0',
  names: 'M4 5h12M10 5v11M7.5 16h5', hide: 'M3 10c2-3.4 4.4-5 7-5s5 1.6 7 5c-2 3.4-4.4 5-7 5s-5-1.6-7-5M4 16L16 4',
  only: 'M10 7a3 3 0 1 0 0 6a3 3 0 1 0 0-6M10 2v2M10 16v2M2 10h2M16 10h2', undo: 'M7 5L3.5 8.5L7 12M4 8.5h7a4 4 0 0 1 0 8H8',
  redo: 'M13 5l3.5 3.5L13 12M16 8.5H9a4 4 0 0 0 0 8h3', save: 'M10 3v9M6.5 9L10 12.5L13.5 9M4 16h12', pin: 'M10 12v5M6 12h8M7.5 3h5M8 3v4.5L6 12M12 3v4.5L14 12',
  vector: 'M4 15C6 5 14 5 16 15M2.5 15.5h3M14.5 15.5h3M8.5 6.5h3M10 3v3.5',
};

function picture(name) {
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(ns, 'path');
  path.setAttribute('d', SHAPES[name]);
  svg.append(path);
  return svg;
}

/** Fill `box` with buttons; each of `acts` is [picture, words, what it does], an empty one makes a gap. */
export function fill(box, acts) {
  acts.forEach((act) => {
    if (!act.length) {
      const gap = document.createElement('i');
      box.append(gap);
      return;
    }
    const [name, words, run] = act;
    const button = document.createElement('button');
    button.type = 'button';
    button.title = words;
    button.setAttribute('aria-label', words);
    button.dataset.act = name;
    button.append(picture(name));
    button.onclick = run;
    box.append(button);
  });
}
