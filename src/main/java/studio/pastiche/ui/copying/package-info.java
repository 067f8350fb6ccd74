/// Settings and commands on the clipboard.
@NullMarked
package studio.pastiche.ui.copying;

import org.jspecify.annotations.NullMarked;
