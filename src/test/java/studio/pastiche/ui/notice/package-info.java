@NullMarked
package studio.pastiche.ui.notice;

import org.jspecify.annotations.NullMarked;
