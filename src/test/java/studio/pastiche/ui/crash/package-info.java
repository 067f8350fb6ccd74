@NullMarked
package studio.pastiche.ui.crash;

import org.jspecify.annotations.NullMarked;
