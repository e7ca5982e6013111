// Measures what is really on the screen: the contrast of the text with its ground, in the theme shown (WCAG 2.2, 1.4.3).
(() => {
  'use strict';
  const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1, minimumFractionDigits: 1 });

  const luminance = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).slice(0, 3)
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (element) => {
    const { color, backgroundColor } = getComputedStyle(element);
    const [light, dark] = [luminance(color), luminance(backgroundColor)].sort((one, other) => other - one);
    return (light + 0.05) / (dark + 0.05);
  };
  const measure = () => document.querySelectorAll('[data-contrast]').forEach((element) => {
    const ratio = contrast(element);
    element.dataset.contrast = ratio.toFixed(2);
    element.querySelector('output').textContent = number.format(Math.floor(ratio * 10) / 10);
  });

  new MutationObserver(measure).observe(document.documentElement, { attributeFilter: ['data-bs-theme'] });
  measure();
})();
