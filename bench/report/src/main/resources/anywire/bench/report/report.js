// What a browser adds to the page: tables to take away, plots that answer to the pointer, the advisor. Without it the
// page says the same.
(() => {
  'use strict';

  const made = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  // ---- Tables as CSV (RFC 4180).

  const quoted = text => (/[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text);
  const csv = table => [...table.rows]
    .map(row => [...row.cells].map(cell => quoted(cell.textContent.trim().replace(/\s+/g, ' '))).join(','))
    .join('\r\n') + '\r\n';

  const take = (table, name) => {
    const address = URL.createObjectURL(new Blob([csv(table)], {type: 'text/csv;charset=utf-8'}));
    made('a', {href: address, download: name + '.csv'}).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  };

  document.querySelectorAll('section table').forEach((table, place) => {
    const name = table.closest('section').id + '-' + (place + 1);
    const button = made('button', {type: 'button', className: 'csv', textContent: 'CSV', onclick: () => take(table, name)});
    (table.caption ?? table.createCaption()).append(button);
  });

  // ---- Plots. A plot's figures are those of the table below it: there is no second copy that could differ.

  const rank = share => 1 / (1 - share);
  const number = text => (text.trim() === '' ? null : Number(text.replace(/,/g, '')));
  const shown = value => (value == null ? '–' : value.toLocaleString('en-US', {maximumSignificantDigits: 3}));
  const percent = x => +(100 - 100 / x).toFixed(4) + ' %';
  const style = name => getComputedStyle(document.documentElement).getPropertyValue(name);
  const NINES = [1, 2, 10, 100, 1000, 10000, 100000];

  const scales = {
    linear: {distr: 1, time: false},
    log: {distr: 3, time: false, range: (plot, min, max, key) => (key === 'x' ? [min / 1.1, max * 1.1] : uPlot.rangeLog(min, max, 10, false))},
    rank: {distr: 3, time: false, range: (plot, min, max) => [1, max]},
  };

  const plots = [];

  const draw = figure => {
    const {across, up, unit} = figure.dataset;
    const table = figure.querySelector('table');
    const heads = [...table.tHead.rows[0].cells].map(cell => cell.textContent.trim());
    const rows = [...table.tBodies[0].rows];
    const keys = [...figure.querySelectorAll('.key')];
    const x = rows.map(row => Number(row.cells[0].dataset.x)).map(value => (across === 'rank' ? rank(value) : value));
    const y = keys.map((key, i) => rows.map(row => number(row.cells[i + 1].textContent))
      .map(value => (up === 'log' && value <= 0 ? null : value)));
    const axis = {
      stroke: () => style('--faint'),
      grid: {stroke: () => style('--line'), width: 1},
      ticks: {stroke: () => style('--line'), width: 1},
    };
    const xAxis = {...axis, label: heads[0], labelSize: 24};
    if (across === 'rank') {
      Object.assign(xAxis, {
        splits: plot => NINES.filter(nine => nine <= plot.scales.x.max * 1.001 && nine >= plot.scales.x.min * 0.999),
        filter: (plot, splits) => splits,
        values: (plot, splits) => splits.map(percent),
      });
    } else {
      xAxis.values = (plot, splits) => splits.map(value => (value == null ? '' : shown(value)));
      if (across === 'log' && x.length <= 12) {
        Object.assign(xAxis, {splits: () => x, filter: (plot, splits) => splits});
      }
    }
    const place = figure.querySelector('.wide');
    const width = () => Math.max(280, figure.clientWidth);
    const plot = new uPlot({
      width: width(),
      height: 300,
      scales: {x: {...scales[across]}, y: scales[up]},
      axes: [xAxis, {...axis, size: 70, values: (u, splits) => splits.map(value => (value == null ? '' : shown(value)))}],
      series: [
        {label: heads[0], value: (u, value) => (value == null ? '–' : across === 'rank' ? percent(value) : shown(value))},
        ...keys.map(key => ({
          label: key.textContent.trim(),
          stroke: getComputedStyle(key).color,
          dash: (getComputedStyle(key).strokeDasharray.match(/[\d.]+/g) ?? []).map(Number),
          width: 2,
          spanGaps: true,
          points: {show: across !== 'rank' && rows.length < 30},
          value: (u, value) => (value == null ? '–' : shown(value) + ' ' + unit),
        })),
      ],
    }, [x, ...y], (u, init) => {
      place.after(u.root);
      init();
    });
    figure.classList.add('drawn');
    // The legend switches lines on and off, by pointer and by keyboard.
    plot.root.querySelectorAll('.u-legend .u-series').forEach((row, i) => {
      if (i > 0) {
        const head = row.querySelector('th');
        row.tabIndex = 0;
        row.setAttribute('role', 'button');
        row.title = 'show or hide';
        row.onkeydown = event => {
          if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault();
            head.click();
          }
        };
      }
    });
    new ResizeObserver(() => {
      if (plot.width !== width()) {
        plot.setSize({width: width(), height: 300});
      }
    }).observe(figure);
    plots.push(plot);
  };

  // Those in sight at once, the others when they come near: a report may have hundreds.
  const near = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(entry => {
    near.unobserve(entry.target);
    draw(entry.target);
  }), {rootMargin: '800px'});
  document.querySelectorAll('figure.plot').forEach(figure => near.observe(figure));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => plots.forEach(plot => plot.redraw(false, true)));

  // ---- The advisor: the rules of `anywire advise` over the same standings.

  const advisor = document.getElementById('advisor');
  if (!advisor) {
    return;
  }
  const {rows, networks} = JSON.parse(document.getElementById('standings').textContent);
  const field = name => advisor.querySelector('[name=' + name + ']');
  const wishes = [...advisor.querySelectorAll('[name=need]')];

  const timingOf = (row, need) => {
    const those = row.timings.filter(t => t.work === need.rank && t.held && t.network === need.network);
    return those.find(t => t.ratio > 0) ?? those[0];
  };

  const tooSlow = (row, need) => {
    const full = row.capacities.find(c => c.fails > 0 && need.rate >= c.fails);
    const fell = row.timings.find(t => t.work === need.rank && !t.held && t.perSecond > 0 && t.perSecond <= need.rate);
    return full?.exceeded ?? fell?.fell;
  };

  const holds = (row, need) => row.capacities.some(c => c.holds >= need.rate)
    || row.timings.some(t => t.held && t.work === need.rank && t.perSecond >= need.rate);

  const reasons = (row, need) => {
    const all = need.wishes.map(wish => row.answers[wish]).filter(answer => answer.known === 'NO')
      .map(answer => ({text: answer.why, evidence: answer.evidence}));
    if (need.size > 0 && row.maxBody > 0 && need.size > row.maxBody) {
      all.push(row.tooLarge);
    }
    if (need.rate > 0) {
      const slow = tooSlow(row, need);
      all.push(...(slow ? [slow] : []));
    }
    const timing = timingOf(row, need);
    if (need.withinNanos > 0 && timing && timing.p90Nanos > need.withinNanos) {
      all.push(timing.late);
    }
    return all;
  };

  const unknown = (row, need) => {
    const all = need.wishes.map(wish => row.answers[wish]).filter(answer => answer.known === 'UNKNOWN')
      .map(answer => answer.why + ': anywire check ' + row.row);
    if (need.rate > 0 && !holds(row, need)) {
      all.push('whether it holds ' + Math.round(need.rate).toLocaleString('en-US') + '/s: anywire run standard');
    }
    if (!timingOf(row, need)) {
      const network = networks[need.network];
      all.push('what it takes ' + network.text + ': anywire run ' + network.suite);
    }
    return all;
  };

  const placed = (served, need) => {
    const ratio = row => timingOf(row, need)?.ratio || Infinity;
    const sorted = [...served].sort((a, b) => (ratio(a) === ratio(b) ? 0 : ratio(a) - ratio(b)));
    let place = 0;
    let bestHigh = 0;
    return sorted.map((row, i) => {
      const timing = timingOf(row, need);
      if (!(timing?.ratio > 0)) {
        return {row, place: 0};
      }
      if (place === 0 || timing.low95 > bestHigh) {
        place = i + 1;
        bestHigh = timing.high95 || Infinity;
      }
      return {row, place};
    });
  };

  const marked = evidence => made('a', {href: evidence.link, textContent: '[' + evidence.mark + ']'});

  const findings = (row, mark) => {
    const said = ['latency', 'latency-far', 'heard', 'capacity', 'payload'];
    const list = [...document.querySelectorAll('section .findings')].find(ul => ul.dataset.row === row.row);
    return [...(list?.children ?? [])].filter(li => li.dataset.mark === mark && !said.includes(li.dataset.respect))
      .map(li => li.cloneNode(true));
  };

  const ranked = ({row, place}, need) => {
    const timing = timingOf(row, need);
    const head = made('p', {className: 'served'}, made('span', {className: 'place', textContent: place || '?'}),
      made('strong', {textContent: row.label}), ...(timing ? [': ' + timing.text + ' ', marked(timing.evidence)] : []));
    head.dataset.row = row.row;
    const more = [...findings(row, '+'), ...findings(row, '-')];
    const open = unknown(row, need);
    return [
      head,
      ...(open.length ? [made('ul', {className: 'unknown'}, ...open.map(text => made('li', {textContent: 'unknown: ' + text})))] : []),
      ...(more.length ? [made('details', {}, made('summary', {textContent: 'for it and against it'}),
        made('ul', {className: 'findings'}, ...more))] : []),
    ];
  };

  const excluded = (row, why) => {
    const line = made('p', {className: 'excluded'}, made('span', {className: 'place bad', textContent: 'no'}), ' ',
      made('strong', {textContent: row.label}), ' since ',
      ...why.flatMap((reason, i) => [(i > 0 ? '; ' : '') + reason.text.replace(/\.$/, '') + ' ', marked(reason.evidence)]));
    line.dataset.row = row.row;
    return line;
  };

  const advise = () => {
    const need = {
      wishes: wishes.filter(wish => wish.checked).map(wish => wish.value),
      rank: advisor.querySelector('[name=rank]:checked').value,
      network: field('network').value,
      rate: Number(field('rate').value),
      size: Number(field('size').value),
      withinNanos: Number(field('within').value) * 1e6,
    };
    const judged = rows.map(row => ({row, why: reasons(row, need)}));
    const served = placed(judged.filter(({why}) => !why.length).map(({row}) => row), need);
    document.getElementById('advice').replaceChildren(
      ...(served.length ? served.flatMap(one => ranked(one, need)) : [made('p', {textContent: 'None of them does.'})]),
      ...judged.filter(({why}) => why.length).map(({row, why}) => excluded(row, why)));
  };

  advisor.querySelectorAll('[data-chosen]').forEach(input => {
    input.checked = input.dataset.chosen === 'true';
  });
  advisor.addEventListener('input', advise);
  advisor.hidden = false;
  advise();
})();
