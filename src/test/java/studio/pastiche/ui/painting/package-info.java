@NullMarked
package studio.pastiche.ui.painting;

import org.jspecify.annotations.NullMarked;
