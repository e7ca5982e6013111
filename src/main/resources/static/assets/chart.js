// Charts drawn from the table behind them: <div data-chart="id of the table">. Columns whose head has data-series are
// drawn, in the colour it names, as data-shape says (bar, line); rows are named by data-label, values are in data-value,
// nothing where there is none. What a cell shows is what the tooltip says. Bars stand side by side, or upon each other with
// data-stacked. Several series have a legend of buttons, which switch them on and off.
(() => {
  'use strict';
  const LIBRARY = '/_static/echarts/6.0.0/dist/echarts.min.js';
  let loading = null;
  const library = () => {
    loading ??= new Promise((done, failed) => {
      const script = document.createElement('script');
      script.src = LIBRARY;
      script.onload = () => done(window.echarts);
      script.onerror = failed;
      document.head.append(script);
    });
    return loading;
  };
  const colour = (name) => {
    const variable = /^var\((.+)\)$/.exec(name);
    return variable ? getComputedStyle(document.documentElement).getPropertyValue(variable[1]).trim() : name;
  };
  const read = (table) => {
    const heads = [...table.tHead.rows[0].cells];
    const rows = [...table.tBodies[0].rows];
    const value = (cell) => (cell.dataset.value ? Number(cell.dataset.value) : null);
    return {
      labels: rows.map((row) => row.querySelector('[data-label]').dataset.label),
      titles: rows.map((row) => row.querySelector('[data-label]').textContent.trim()),
      series: heads.flatMap((head, column) => (head.dataset.series
        ? [{
          name: head.dataset.name ?? head.textContent.trim(),
          colour: head.dataset.series,
          shape: head.dataset.shape ?? 'bar',
          values: rows.map((row) => value(row.cells[column])),
          texts: rows.map((row) => row.cells[column].textContent.trim()),
        }]
        : [])),
    };
  };
  const escaped = (text) => {
    const span = document.createElement('span');
    span.textContent = text;
    return span.innerHTML;
  };
  const tip = ({ titles, series }) => (points) => {
    const row = points[0].dataIndex;
    const lines = points.map((point) => {
      const one = series.find((each) => each.name === point.seriesName);
      return `<div class="chart-tip"><span>${point.marker}${escaped(one.name)}</span><b>${escaped(one.texts[row])}</b></div>`;
    });
    return escaped(titles[row]) + lines.join('');
  };
  const drawn = (one, stacked) => (one.shape === 'line'
    ? {
      type: 'line', name: one.name, data: one.values, showSymbol: false, symbolSize: 6, connectNulls: false, lineStyle: { width: 2, color: colour(one.colour) }, itemStyle: { color: colour(one.colour) },
    }
    : {
      type: 'bar', name: one.name, data: one.values, stack: stacked ? 'all' : undefined, itemStyle: { color: colour(one.colour) }, barMaxWidth: 24, barGap: '10%',
    });
  const options = (data, place) => {
    const ink = colour('var(--ink-2)');
    const font = getComputedStyle(document.body).fontFamily;
    const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1, notation: 'compact' });
    const suffix = place.dataset.unit ? `\u00a0${place.dataset.unit}` : '';
    return {
      animation: false,
      textStyle: { fontFamily: font, color: ink },
      grid: { left: 4, right: 8, top: 12, bottom: 4, containLabel: true },
      legend: { show: false },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: data.series.every((one) => one.shape === 'line') ? 'line' : 'shadow' },
        backgroundColor: colour('var(--paper)'),
        borderColor: colour('var(--line-2)'),
        textStyle: { color: colour('var(--ink)'), fontFamily: font, fontSize: 13 },
        confine: true,
        formatter: tip(data),
      },
      xAxis: {
        type: 'category', data: data.labels, boundaryGap: data.series.some((one) => one.shape === 'bar'), axisTick: { show: false }, axisLine: { lineStyle: { color: colour('var(--line-2)') } }, axisLabel: { color: ink, hideOverlap: true, ...(data.series.some((one) => one.shape === 'bar') ? {} : { alignMinLabel: 'left', alignMaxLabel: 'right' }) },
      },
      yAxis: {
        type: 'value', minInterval: place.dataset.whole === undefined ? 0 : 1, splitNumber: 4, axisLabel: { color: ink, formatter: (value) => number.format(value) + suffix }, splitLine: { lineStyle: { color: colour('var(--line)') } },
      },
      series: data.series.map((one) => drawn(one, place.dataset.stacked !== undefined)),
    };
  };
  const legend = (place, chart, series) => {
    const line = document.createElement('div');
    line.className = 'chart-legend';
    series.forEach((one) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.setAttribute('aria-pressed', 'true');
      const dot = document.createElement('span');
      dot.className = `chart-dot ${one.shape}`;
      dot.style.background = one.colour;
      button.append(dot, one.name);
      button.addEventListener('click', () => {
        button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
        chart.dispatchAction({ type: 'legendToggleSelect', name: one.name });
      });
      line.append(button);
    });
    place.before(line);
  };
  const draw = async (place) => {
    const table = document.getElementById(place.dataset.chart);
    if (!table || place.dataset.drawn) {
      return;
    }
    place.dataset.drawn = 'true';
    const echarts = await library();
    const chart = echarts.init(place, null, { renderer: 'svg' });
    const data = read(table);
    const paint = () => chart.setOption(options(data, place));
    paint();
    if (data.series.length > 1) {
      legend(place, chart, data.series);
    }
    new ResizeObserver(() => chart.resize()).observe(place);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
    new MutationObserver(paint).observe(document.documentElement, { attributes: true, attributeFilter: ['data-bs-theme', 'data-theme', 'class'] });
  };
  const all = () => document.querySelectorAll('[data-chart]').forEach(draw);
  document.addEventListener('htmx:afterSettle', all);
  all();
})();
