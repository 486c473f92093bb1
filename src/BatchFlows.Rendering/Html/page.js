'use strict';
const data = JSON.parse(document.getElementById('data').textContent);
const view = document.getElementById('view');
const find = document.getElementById('find');
const about = document.getElementById('about');
const boxes = data.boxes;
const after = boxes.map(() => []);
const before = boxes.map(() => []);
for (const [from, to, , isBack] of data.arrows) {
  if (from === to || isBack) continue;
  after[from].push(to);
  before[to].push(from);
}

const folded = new Set();
const hidden = boxes.map(() => false);
const behind = new Map();
const places = boxes.map(box => ({ x: box.x, y: box.y }));
const ways = data.arrows.map(arrow => arrow[4]);
const size = { width: data.width, height: data.height };
let found = null;
let at = -1;
let chosen = -1;
let scale = 1;
let left = 0;
let top_ = 0;
let waiting = false;
let onScreen = null;

// What draws: the elements of an SVG, or a canvas for more boxes than a browser moves well as elements.
const painter = view.querySelector('canvas') ? canvasPainter() : svgPainter();

function redraw() {
  if (waiting || onScreen) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    if (!onScreen) painter.draw();
  });
}

function zoom(factor, x = view.clientWidth / 2, y = view.clientHeight / 2) {
  const next = Math.min(4, Math.max(0.01, scale * factor));
  left = x - (x - left) * next / scale;
  top_ = y - (y - top_) * next / scale;
  scale = next;
  redraw();
}

const isTimeline = boxes.some(box => box.bar);
const leastWithTexts = 0.35;

// At first, a picture that is too large for the window is shown in a size that can be read: a timeline from its
// beginning, a graph around the first box that asks for attention, otherwise from its left. A timeline whose texts
// would be gone if all its rows were in view fits the width only.
function fit(isFirst) {
  const [width, height] = [view.clientWidth - 24, view.clientHeight - 24];
  const down = height / size.height;
  const whole = Math.min(1.25, width / size.width, isTimeline && down < leastWithTexts ? 1.25 : down);
  scale = isFirst === true ? Math.max(whole, isTimeline ? Math.min(1, Math.max(0.6, width / size.width)) : 0.8) : whole;
  left = 12 + Math.max(0, (width - size.width * scale) / 2);
  top_ = 12 + Math.max(0, (height - size.height * scale) / 2);
  if (isFirst === true && scale > whole && !isTimeline && boxes.length) {
    show(firstToSee());
    left = within(left, width, size.width * scale);
    top_ = within(top_, height, size.height * scale);
  }

  redraw();
}

// No room beside the picture stays empty while a part of it has no room.
const within = (at, room, length) =>
  length <= room ? 12 + (room - length) / 2 : Math.min(12, Math.max(at, 12 + room - length));

function firstToSee() {
  for (const mark of ['failed', 'timedout', 'broken', 'circle', 'changed', 'added', 'removed', 'running']) {
    const index = boxes.findIndex(box => box.mark === mark);
    if (index >= 0) return index;
  }

  const start = boxes.reduce((best, box) => box.x < best.x || (box.x === best.x && box.y < best.y) ? box : best);
  return boxes.indexOf(start);
}

function show(index) {
  const box = boxes[index];
  if (scale < 0.6) zoom(0.9 / scale);
  const [x, y] = [box.x * scale + left, box.y * scale + top_];
  const isSeen = x > 0 && y > 0 && x + box.w * scale < view.clientWidth && y + box.h * scale < view.clientHeight;
  if (isSeen) return;
  left += view.clientWidth / 2 - x - Math.min(box.w * scale, view.clientWidth) / 2;
  top_ += view.clientHeight / 2 - y - box.h * scale / 2;
}

function names(word, some) {
  if (some.length === 0) return '';
  const rest = some.length > 12 ? ' and ' + (some.length - 12) + ' more' : '';
  return ' ' + word + ' ' + some.slice(0, 12).map(i => boxes[i].name).join(', ') + rest + '.';
}

const detailsOf = box => box.details.length ? ' ' + box.details.join(', ') + '.' : '.';

function choose(index, isMoved = true) {
  chosen = index;
  about.textContent = '';
  if (index >= 0) {
    const name = document.createElement('strong');
    name.textContent = boxes[index].name;
    const fold = folded.has(index) ? ' Folded: ' + behind.get(index) + ' hidden behind it.' : '';
    about.append(name, detailsOf(boxes[index]) + names('Follows', before[index])
      + names('Followed by', after[index]) + fold);
    if (isMoved) show(index);
  }

  redraw();
}

// Hides what only folded boxes lead to.
function fold(index) {
  if (index < 0 || (after[index].length === 0 && !folded.has(index))) return;
  if (!folded.delete(index)) folded.add(index);
  hidden.fill(false);
  const open = before.map(some => some.length);
  const ready = boxes.map((_, i) => i).filter(i => open[i] === 0);
  for (let i = 0; i < ready.length; i++) {
    const box = ready[i];
    hidden[box] = before[box].length > 0 && before[box].every(one => hidden[one] || folded.has(one));
    for (const next of after[box]) if (--open[next] === 0) ready.push(next);
  }

  behind.clear();
  for (const one of folded) {
    const seen = new Set();
    const rest = [one];
    while (rest.length) for (const next of after[rest.pop()]) {
      if (hidden[next] && !seen.has(next)) { seen.add(next); rest.push(next); }
    }
    behind.set(one, seen.size);
  }

  const { x, y } = boxes[index];
  squeeze();
  left += (x - boxes[index].x) * scale;
  top_ += (y - boxes[index].y) * scale;
  painter.fold();
  choose(index, false);
}

// Takes out the bands in which all boxes are hidden. What is left keeps its order, so nothing comes to overlap.
function squeeze() {
  const across = without('x', 'w', data.width, 64);
  const down = without('y', 'h', data.height, 18);
  boxes.forEach((box, i) => { [box.x, box.y] = [across(places[i].x), down(places[i].y)]; });
  data.arrows.forEach((arrow, i) => { arrow[4] = ways[i].map((at, j) => j % 2 ? down(at) : across(at)); });
  [size.width, size.height] = [across(data.width), down(data.height)];
}

function without(start, length, whole, gap) {
  const spans = boxes.map((box, i) => [places[i][start], places[i][start] + box[length], hidden[i]]);
  const gone = spans.filter(span => span[2]);
  const kept = spans.filter(span => !span[2]).sort((a, b) => a[0] - b[0]);
  const cuts = [];
  let end = 0;
  for (const [from, to] of [...kept, [whole, whole]]) {
    const room = from === whole || end === 0 ? 0 : gap;
    if (from - end > room && gone.some(span => span[0] < from && span[1] > end)) cuts.push([end, from - end - room]);
    end = Math.max(end, to);
  }

  return at => cuts.reduce((sum, [from, some]) => sum - Math.min(some, Math.max(0, at - from)), at);
}

const textOf = box => [box.name, ...box.details].join('\n').toLowerCase();

function search() {
  const text = find.value.trim().toLowerCase();
  found = text ? boxes.map((_, i) => i).filter(i => textOf(boxes[i]).includes(text)) : null;
  at = -1;
  document.getElementById('found').textContent = found ? found.length + ' of ' + boxes.length : '';
  painter.mark();
  redraw();
}

function next(step) {
  if (!found || found.length === 0) return;
  at = (at + step + found.length) % found.length;
  for (let tries = 0; hidden[found[at]] && tries < boxes.length; tries++) unfoldBefore(found[at]);
  choose(found[at]);
}

function unfoldBefore(index) {
  const one = before[index].find(b => folded.has(b)) ?? before[index].find(b => hidden[b]);
  if (one === undefined) return;
  if (folded.has(one)) fold(one); else unfoldBefore(one);
}

const middle = box => box.y + box.h / 2;
function nearest(candidates, from) {
  return candidates.filter(i => !hidden[i]).sort((a, b) =>
    Math.abs(middle(boxes[a]) - middle(from)) - Math.abs(middle(boxes[b]) - middle(from)))[0];
}

function step(key) {
  if (chosen < 0) return choose(boxes.findIndex((_, i) => !hidden[i]));
  const here = boxes[chosen];
  if (key === 'ArrowRight') return choose(nearest(after[chosen], here) ?? chosen);
  if (key === 'ArrowLeft') return choose(nearest(before[chosen], here) ?? chosen);
  const isNext = i => key === 'ArrowDown' ? boxes[i].y > here.y : boxes[i].y < here.y;
  const all = boxes.map((_, i) => i).filter(isNext);
  choose(nearest(all.filter(i => boxes[i].x === here.x), here) ?? nearest(all, here) ?? chosen);
}

view.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const act = {
    '+': () => zoom(1.25), '=': () => zoom(1.25), '-': () => zoom(0.8), 0: () => fit(), Escape: () => choose(-1),
    Enter: () => fold(chosen), ' ': () => fold(chosen), Home: () => choose(boxes.findIndex((_, i) => !hidden[i])),
  }[event.key] ?? (event.key.startsWith('Arrow') ? () => event.shiftKey ? pan(event.key) : step(event.key) : null);
  if (!act) return;
  event.preventDefault();
  act();
});

function pan(key) {
  left += key === 'ArrowLeft' ? 80 : key === 'ArrowRight' ? -80 : 0;
  top_ += key === 'ArrowUp' ? 80 : key === 'ArrowDown' ? -80 : 0;
  redraw();
}

document.addEventListener('keydown', event => {
  if (event.key !== '/' || event.target === find) return;
  event.preventDefault();
  find.focus();
});
find.addEventListener('input', search);
find.addEventListener('keydown', event => {
  if (event.key === 'Enter') next(event.shiftKey ? -1 : 1);
  if (event.key === 'Escape') { find.value = ''; search(); view.focus(); }
});
for (const [id, act] of [['in', () => zoom(1.25)], ['out', () => zoom(0.8)], ['fit', () => fit()], ['fold', () => fold(chosen)]])
  document.getElementById(id).addEventListener('click', act);

const held = new Map();
let hasMoved = false;
view.addEventListener('pointerdown', event => {
  if (event.button !== 0) return;
  held.set(event.pointerId, event);
  hasMoved = false;
});
view.addEventListener('pointermove', event => {
  const last = held.get(event.pointerId);
  if (!last) { view.title = painter.hint(event); return; }
  const [dx, dy] = [event.clientX - last.clientX, event.clientY - last.clientY];
  if (!hasMoved && Math.hypot(dx, dy) < 4) return;
  hasMoved = true;
  view.setPointerCapture(event.pointerId);
  view.classList.add('held');
  if (held.size === 2) {
    const other = [...held.values()].find(one => one.pointerId !== event.pointerId);
    const size = one => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) || 1;
    const place = view.getBoundingClientRect();
    zoom(size(event) / size(last), other.clientX - place.left, other.clientY - place.top);
  } else {
    left += dx;
    top_ += dy;
    redraw();
  }

  held.set(event.pointerId, event);
});
const drop = event => { held.delete(event.pointerId); view.classList.remove('held'); };
view.addEventListener('pointerup', event => {
  if (held.has(event.pointerId) && !hasMoved) choose(painter.boxAt(event), false);
  drop(event);
});
view.addEventListener('pointercancel', drop);
view.addEventListener('dblclick', event => fold(painter.boxAt(event)));
view.addEventListener('wheel', event => {
  event.preventDefault();
  const place = view.getBoundingClientRect();
  zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015)), event.clientX - place.left, event.clientY - place.top);
}, { passive: false });

document.getElementById('all').addEventListener('toggle', event => {
  const list = document.getElementById('list');
  if (!event.target.open || list.children.length) return;
  list.append(...boxes.map((box, i) => {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.textContent = box.name;
    button.addEventListener('click', () => choose(i));
    item.append(button, detailsOf(box) + names('Follows', before[i]));
    return item;
  }));
});

new ResizeObserver(redraw).observe(view);
fit(true);

// Paper has room for all of an SVG, on several sheets if need be, and for what a canvas shows after a fit.
addEventListener('beforeprint', () => {
  onScreen ??= { scale, left, top_ };
  document.body.classList.add('paper');
  fit();
  painter.print();
});
addEventListener('afterprint', () => {
  ({ scale, left, top_ } = onScreen);
  onScreen = null;
  document.body.classList.remove('paper');
  painter.restore();
  redraw();
});

// Horizontal pieces, and bends from each to the next.
function curveOf(points) {
  let path = 'M' + points[0] + ' ' + points[1];
  for (let i = 2; i < points.length; i += 2) {
    const [x1, y1, x2, y2] = points.slice(i - 2, i + 2);
    const middle = (x1 + x2) / 2;
    path += i / 2 % 2 === 0 ? 'H' + x2 : 'C' + [middle, y1, middle, y2, x2, y2].join(' ');
  }

  return path;
}

const shift = i => 'translate(' + (boxes[i].x - places[i].x) + ' ' + (boxes[i].y - places[i].y) + ')';

function svgPainter() {
  const world = document.getElementById('world');
  const elements = boxes.map((_, i) => document.getElementById('n' + i));
  const arrows = [...world.querySelectorAll('.arrow')];
  const times = [...world.querySelectorAll('.rule + .note')];
  const svg = world.parentNode;
  let last = -1;
  world.append(...times); // above the bars, because they stay in sight
  for (const badge of elements) badge.setAttribute('data-box', '');
  return {
    draw() {
      world.classList.toggle('far', scale < leastWithTexts);
      world.setAttribute('transform', 'translate(' + left + ' ' + top_ + ') scale(' + scale + ')');
      for (const time of times) time.setAttribute('y', Math.max(10, (12 - top_) / scale));
      if (last === chosen) return;
      for (const one of world.querySelectorAll('.chosen')) one.classList.remove('chosen');
      last = chosen;
      if (chosen < 0) return;
      elements[chosen].classList.add('chosen');
      for (const arrow of arrows)
        arrow.classList.toggle('chosen', +arrow.dataset.from === chosen || +arrow.dataset.to === chosen);
    },
    fold() {
      elements.forEach((element, i) => {
        element.classList.toggle('hidden', hidden[i]);
        element.setAttribute('transform', shift(i));
        element.querySelector('.badge')?.remove();
        if (!folded.has(i)) return;
        const badge = document.createElementNS('http://www.w3.org/2000/svg', 'text');
        badge.setAttribute('class', 'badge');
        badge.setAttribute('x', places[i].x + boxes[i].w - 22);
        badge.setAttribute('y', places[i].y + boxes[i].h + 5);
        badge.textContent = '+' + behind.get(i);
        element.append(badge);
      });
      arrows.forEach((arrow, i) => {
        const [from, to, , , points] = data.arrows[i];
        arrow.classList.toggle('hidden', hidden[from] || hidden[to]);
        if (from === to) arrow.setAttribute('transform', shift(from));
        else arrow.setAttribute('d', curveOf(points));
      });
    },
    mark() {
      const some = found && new Set(found);
      elements.forEach((element, i) => element.classList.toggle('dim', !!some && !some.has(i)));
    },
    print() {
      svg.setAttribute('viewBox', '0 0 ' + size.width + ' ' + size.height);
      svg.style.setProperty('--width', size.width + 'px');
      world.removeAttribute('transform');
      world.classList.remove('far');
      for (const time of times) time.setAttribute('y', 10);
    },
    restore() { svg.removeAttribute('viewBox'); },
    hint: () => '',
    boxAt(event) {
      const element = document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-box]');
      return element ? +element.id.slice(1) : -1;
    },
  };
}

function canvasPainter() {
  const canvas = view.querySelector('canvas');
  const context = canvas.getContext('2d');
  const names_ = { success: 'good', added: 'good', failed: 'bad', removed: 'bad', timedout: 'late', running: 'busy',
    changed: 'busy', waiting: 'wait', notstarted: 'off', skipped: 'off', cancelled: 'stop', broken: 'bad', circle: 'late' };
  let some = null;
  let colours;
  const read = () => {
    const style = getComputedStyle(view);
    colours = name => style.getPropertyValue('--' + name).trim();
    const cache = {};
    const get = colours;
    colours = name => cache[name] ??= get(name);
  };
  read();
  for (const kind of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
    matchMedia(kind).addEventListener('change', () => { read(); redraw(); });

  const curveOfArrow = ([, , , , points]) => {
    const xs = points.filter((_, i) => i % 2 === 0);
    const ys = points.filter((_, i) => i % 2 === 1);
    return {
      path: new Path2D(curveOf(points)), x1: Math.min(...xs), x2: Math.max(...xs), y1: Math.min(...ys), y2: Math.max(...ys),
    };
  };
  let curves = data.arrows.map(curveOfArrow);

  function arrow(index, width) {
    const [from, to, mark, isBack, points] = data.arrows[index];
    if (hidden[from] || hidden[to]) return;
    const isChosen = chosen >= 0 && (from === chosen || to === chosen);
    context.strokeStyle = context.fillStyle = isChosen ? colours('focus') : colours(names_[mark] ?? 'line');
    context.lineWidth = (isChosen || ['added', 'broken', 'circle'].includes(mark) ? 3 : 1.4) * width;
    context.setLineDash(mark === 'broken' ? [2, 3] : isBack || mark === 'removed' ? [7, 4] : []);
    context.stroke(curves[index].path);
    if (scale < leastWithTexts) return;
    const [x, y] = points.slice(-2);
    const tail = isBack ? 8 : -8;
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + tail, y - 4);
    context.lineTo(x + tail, y + 4);
    context.fill();
  }

  function box(one, index) {
    const colour = colours(names_[one.mark] ?? 'line');
    context.globalAlpha = some && !some.has(index) ? 0.25 : 1;
    context.fillStyle = scale < leastWithTexts ? colour : colours('box');
    context.strokeStyle = index === chosen ? colours('focus') : colour;
    context.lineWidth = index === chosen ? 4 : ['failed', 'timedout', 'running', 'added', 'broken', 'circle'].includes(one.mark) ? 3 : 1.5;
    context.setLineDash(index === chosen ? [] : ['notstarted', 'skipped', 'removed'].includes(one.mark) ? [7, 4]
      : one.mark !== 'broken' && (one.kind === 'task' || one.kind === 'flow') ? [] : [2, 3]);
    context.beginPath();
    context.roundRect(one.x, one.y, one.w, one.h, one.bar ? 2 : 6);
    if (!one.bar) { context.fill(); context.stroke(); }
    if (one.bar) bar(one, colour, index === chosen);
    if (scale >= leastWithTexts) texts(one, colour);
    if (folded.has(index)) {
      context.font = '600 12px ' + getComputedStyle(document.body).fontFamily;
      beside('+' + behind.get(index), one.x + one.w - 22, one.y + one.h + 5);
    }
    context.globalAlpha = 1;
  }

  function bar(one, colour, isChosen) {
    context.setLineDash([]);
    const alpha = context.globalAlpha;
    context.globalAlpha = alpha * 0.2;
    context.fillStyle = colour;
    context.fillRect(one.x, one.y, one.waiting, one.h);
    context.globalAlpha = alpha;
    context.lineWidth = 1;
    context.strokeStyle = colour;
    context.strokeRect(one.x, one.y, one.waiting, one.h);
    context.fillStyle = colour;
    context.fillRect(one.x + one.waiting, one.y, one.w - one.waiting, one.h);
    context.lineWidth = isChosen ? 4 : 2;
    context.strokeStyle = isChosen ? colours('focus') : colours('text');
    if (isChosen || one.critical) context.strokeRect(one.x + one.waiting, one.y, one.w - one.waiting, one.h);
  }

  // Text with a rim, which can be read on lines and bars.
  function beside(text, x, y) {
    context.setLineDash([]);
    context.lineWidth = 4;
    context.strokeStyle = colours('page');
    context.strokeText(text, x, y);
    context.fillStyle = colours('muted');
    context.fillText(text, x, y);
  }

  function texts(one, colour) {
    const family = getComputedStyle(document.body).fontFamily;
    const y = one.y + one.h / 2;
    if (one.bar) {
      context.font = '11px ' + family;
      beside(one.note, one.x + one.w + 6, y + 4);
      return;
    }
    if (one.sign) {
      context.font = '600 17px ' + family;
      context.fillStyle = one.mark ? colour : colours('muted');
      context.textAlign = 'center';
      context.fillText(one.sign, one.x + 16, y + 6);
      context.textAlign = 'start';
    }
    const x = one.x + (one.sign ? 30 : 12);
    context.font = '600 13px ' + family;
    context.fillStyle = colours('text');
    context.fillText(one.label, x, y + (one.note ? -3 : 4.5));
    context.font = '11px ' + family;
    context.fillStyle = colours('muted');
    context.fillText(one.note, x, y + 13);
  }

  return {
    draw() {
      const ratio = devicePixelRatio || 1;
      const [width, height] = [view.clientWidth, view.clientHeight];
      const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)]; // the canvas counts whole pixels
      if (canvas.width !== across || canvas.height !== down) [canvas.width, canvas.height] = [across, down];
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.fillStyle = colours('page');
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.setTransform(scale * ratio, 0, 0, scale * ratio, left * ratio, top_ * ratio);
      const [x1, y1] = [-left / scale, -top_ / scale];
      const [x2, y2] = [x1 + width / scale, y1 + height / scale];
      const line = Math.min(4, Math.max(1, 0.5 / scale));
      context.font = '11px ' + getComputedStyle(document.body).fontFamily;
      for (const [x] of data.rules) {
        context.setLineDash([]);
        context.lineWidth = 1 / scale;
        context.strokeStyle = colours('rule');
        context.strokeRect(x, 0, 0, data.height);
      }
      curves.forEach((curve, i) => {
        if (curve.x2 > x1 && curve.x1 < x2 && curve.y2 >= y1 && curve.y1 <= y2) arrow(i, line);
      });
      boxes.forEach((one, i) => {
        if (!hidden[i] && one.x + one.w > x1 && one.x < x2 && one.y + one.h > y1 && one.y < y2) box(one, i);
      });
      if (scale < leastWithTexts) return;
      for (const [x, y, text, isHeading] of data.texts) {
        context.font = (isHeading ? '600 13px ' : '11px ') + getComputedStyle(document.body).fontFamily;
        context.fillStyle = colours(isHeading ? 'text' : 'muted');
        if (y > y1 && y < y2 + 12) context.fillText(text, x, y);
      }

      context.font = '11px ' + getComputedStyle(document.body).fontFamily;
      for (const [x, label] of data.rules) beside(label, x + 3, Math.max(10, y1 + 12 / scale));
    },
    fold() { curves = data.arrows.map(curveOfArrow); },
    mark() { some = found && new Set(found); },
    print() { read(); this.draw(); },
    restore() { read(); },
    hint(event) {
      const index = this.boxAt(event);
      return index < 0 ? '' : [boxes[index].name, ...boxes[index].details].join('\n');
    },
    boxAt(event) {
      const place = view.getBoundingClientRect();
      const x = (event.clientX - place.left - left) / scale;
      const y = (event.clientY - place.top - top_) / scale;
      return boxes.findIndex((one, i) => !hidden[i] && x >= one.x && x <= one.x + one.w && y >= one.y && y <= one.y + one.h);
    },
  };
}
