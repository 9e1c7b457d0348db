// Copy buttons: <button type="button" hidden data-kopieer="#id">. The button
// copies the text of what it names, or its value. Without script it stays hidden
// and the text can be selected. The words come from layouts/partials/kopieren.html,
// which a page with such buttons ends with.

const { done, failed } = document.getElementById('kopieren').dataset;

// What is copied is also told, to who does not see the button change.
const status = document.createElement('p');
status.role = 'status';
document.querySelector('main').append(status);

for (const button of document.querySelectorAll('button[data-kopieer]')) {
  const source = document.querySelector(button.dataset.kopieer);
  button.hidden = false;
  button.onclick = async () => {
    let text = done;
    try {
      await navigator.clipboard.writeText(source.value ?? source.textContent);
      button.dataset.gekopieerd = done; // stays, as a mark of how far one has come
      button.classList.add('done');
      setTimeout(() => button.classList.remove('done'), 2500);
    } catch { // no permission, or no clipboard without https
      if (source.select) source.select();
      else getSelection().selectAllChildren(source);
      text = failed;
    }
    status.className = text === done ? 'hidden' : '';
    status.textContent = ''; // or the same words twice in a row are not read out again
    setTimeout(() => { status.textContent = text; }, 50);
  };
}
