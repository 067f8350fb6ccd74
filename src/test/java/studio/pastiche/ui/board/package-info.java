@NullMarked
package studio.pastiche.ui.board;

import org.jspecify.annotations.NullMarked;
