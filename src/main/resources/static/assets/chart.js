// Stacked bars drawn from the table behind them: <div data-chart="id of the table">. Columns with data-series are drawn,
// in the colour they name; rows are named by data-label, values are in data-value.
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
    return {
      labels: rows.map((row) => row.querySelector('[data-label]').dataset.label),
      series: heads.flatMap((head, column) => (head.dataset.series
        ? [{ name: head.textContent.trim(), colour: head.dataset.series, values: rows.map((row) => Number(row.cells[column].dataset.value)) }]
        : [])),
    };
  };
  const options = ({ labels, series }) => {
    const ink = colour('var(--ink-2)');
    const font = getComputedStyle(document.body).fontFamily;
    return {
      animation: false,
      textStyle: { fontFamily: font, color: ink },
      grid: { left: 8, right: 8, top: 12, bottom: 4, containLabel: true },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        backgroundColor: colour('var(--paper)'),
        borderColor: colour('var(--line-2)'),
        textStyle: { color: colour('var(--ink)'), fontFamily: font, fontSize: 13 },
      },
      xAxis: {
        type: 'category', data: labels, axisTick: { show: false }, axisLine: { lineStyle: { color: colour('var(--line-2)') } }, axisLabel: { color: ink, hideOverlap: true },
      },
      yAxis: {
        type: 'value', minInterval: 1, axisLabel: { color: ink }, splitLine: { lineStyle: { color: colour('var(--line)') } },
      },
      series: series.map((one) => ({
        type: 'bar', stack: 'all', name: one.name, data: one.values, itemStyle: { color: colour(one.colour) }, barMaxWidth: 24,
      })),
    };
  };
  const draw = async (place) => {
    const table = document.getElementById(place.dataset.chart);
    if (!table || place.dataset.drawn) {
      return;
    }
    place.dataset.drawn = 'true';
    const echarts = await library();
    const chart = echarts.init(place, null, { renderer: 'svg' });
    const paint = () => chart.setOption(options(read(table)), true);
    paint();
    new ResizeObserver(() => chart.resize()).observe(place);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
    new MutationObserver(paint).observe(document.documentElement, { attributes: true, attributeFilter: ['data-bs-theme', 'data-theme', 'class'] });
  };
  const all = () => document.querySelectorAll('[data-chart]').forEach(draw);
  document.addEventListener('htmx:afterSettle', all);
  all();
})();
