@NullMarked
package studio.pastiche.ui.filmstrip;

import org.jspecify.annotations.NullMarked;
