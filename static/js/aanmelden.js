// After the last day to sign up for an event its page says so, though it was made before.
// Swedish writes dates as the page does; the day is that in Amsterdam, as in clock.js.
const today = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Amsterdam' });
const line = document.querySelector('[data-tot]');
if (today > line.dataset.tot) line.textContent = line.dataset.voorbij;
