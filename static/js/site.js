// The script of every page. A page is complete without it: what starts here
// only adds, and each part works without the others.
import { startFavourites } from './favourites.js';
import { startMine } from './mine.js';
import { startNow } from './now.js';
import { startOffline } from './offline.js';
import { startPick } from './pick.js';
import { startPrefetch } from './prefetch.js';
import { startReading } from './read.js';
import { startShare } from './share.js';

startNow();
startFavourites();
startMine();
startPick();
startShare();
startReading();
startPrefetch();
startOffline();
