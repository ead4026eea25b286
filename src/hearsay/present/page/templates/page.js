/* Lights up all words of a statement, in the text and in the list, while one of them is pointed at or selected. */
(function () {
  "use strict";
  var lit = [];
  function show(place) {
    lit.forEach(function (one) { one.classList.remove("on"); });
    lit = [];
    var mark = place && place.closest && place.closest("[data-s]");
    if (!mark) { return; }
    var link = mark.getAttribute("href") || "";
    var number = (/-s(\d+)$/.exec(link) || [])[1] || mark.dataset.s;
    lit = Array.from(mark.closest("article").querySelectorAll('[data-s~="' + number + '"]'));
    lit.forEach(function (one) { one.classList.add("on"); });
  }
  function selected() {
    var place = /^#r\d+-[sw]\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
    if (!place) { return null; }
    var number = location.hash.replace(/^.*\D/, "");
    return place.dataset.s ? place : place.closest("article").querySelector('li[data-s="' + number + '"]');
  }
  ["mouseover", "focusin"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      var over = event.target.closest && event.target.closest("[data-s]");
      show(over || selected());
    });
  });
  addEventListener("hashchange", function () { show(selected()); });
  show(selected());
})();
