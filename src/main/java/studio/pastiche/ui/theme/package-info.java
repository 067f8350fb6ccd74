/// Light and dark looks.
@NullMarked
package studio.pastiche.ui.theme;

import org.jspecify.annotations.NullMarked;
