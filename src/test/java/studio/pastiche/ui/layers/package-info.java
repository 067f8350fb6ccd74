@NullMarked
package studio.pastiche.ui.layers;

import org.jspecify.annotations.NullMarked;
