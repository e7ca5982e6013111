package io.encours.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// What was refused before a controller had a say (no right to the page, a form that has expired, a malformed address).
@Controller
class ErrorPage implements ErrorController {

    private final ProblemHandler problems;

    ErrorPage(ProblemHandler problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    Object show(HttpServletRequest request, Locale locale) {
        var status = status(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        var key = switch (status) {
            case 401 -> "platform.problem.signInFirst";
            case 403 -> "platform.problem.forbidden";
            case 404 -> "platform.problem.notFound";
            case 413 -> "platform.problem.tooLarge";
            default -> "platform.problem.unreadable";
        };
        return problems.answer(status, key, request, locale);
    }

    private static int status(@Nullable Object code) {
        return code instanceof Integer number ? number : 404;
    }
}
