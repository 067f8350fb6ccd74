@NullMarked
package studio.pastiche.ui.action;

import org.jspecify.annotations.NullMarked;
