@NullMarked
package studio.pastiche.ui.attention;

import org.jspecify.annotations.NullMarked;
