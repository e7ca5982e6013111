package io.encours.platform.web;

import io.encours.platform.BusinessDate;
import io.encours.platform.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/// The one place where what went wrong becomes an answer: problem details in the API, a page elsewhere. What
/// was not foreseen is logged under the request id, which the user can quote.
@ControllerAdvice
@Order(0)
class ProblemHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final ProblemDetails details;
    private final Texts texts;
    private final BusinessDate businessDate;

    ProblemHandler(ProblemDetails details, Texts texts, BusinessDate businessDate) {
        this.details = details;
        this.texts = texts;
        this.businessDate = businessDate;
    }

    @ExceptionHandler(Problem.class)
    Object refused(Problem problem, HttpServletRequest request, Locale locale) {
        if (isApi(request)) {
            return ResponseEntity.status(problem.kind().status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(details.of(problem, locale));
        }
        return page(problem.kind().status(), sentence(problem, locale), request, locale);
    }

    /// Where values are wrong: what is wrong with each, since there may be no field to say it beside.
    private String sentence(Problem problem, Locale locale) {
        return problem.errors().isEmpty()
                ? texts.text(locale, problem.code(), problem.arguments().toArray())
                : problem.errors().stream()
                        .map(error -> texts.text(
                                locale, error.code(), error.arguments().toArray()))
                        .distinct()
                        .collect(Collectors.joining(" "));
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    Object unreadable(Exception cause, HttpServletRequest request, Locale locale) {
        return answer(400, "platform.problem.unreadable", request, locale);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    Object unreadableValue(MethodArgumentTypeMismatchException cause, HttpServletRequest request, Locale locale) {
        return unreadable(List.of(cause.getName()), request, locale);
    }

    @ExceptionHandler(BindException.class)
    Object unreadableValues(BindException cause, HttpServletRequest request, Locale locale) {
        return unreadable(
                cause.getFieldErrors().stream()
                        .map(FieldError::getField)
                        .distinct()
                        .toList(),
                request,
                locale);
    }

    private Object unreadable(List<String> fields, HttpServletRequest request, Locale locale) {
        return isApi(request)
                ? ResponseEntity.status(400)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(details.unreadable(fields, locale))
                : answer(400, "platform.problem.unreadable", request, locale);
    }

    @ExceptionHandler(Exception.class)
    Object unforeseen(Exception cause, HttpServletRequest request, Locale locale) throws Exception {
        if (cause instanceof org.springframework.security.access.AccessDeniedException
                || cause instanceof org.springframework.security.core.AuthenticationException) {
            throw cause;
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(cause)) {
            return new ModelAndView(); // nobody is there to read an answer
        }
        if (cause instanceof ErrorResponse known) {
            var status = known.getStatusCode().value();
            var key = status == 404
                    ? "platform.problem.notFound"
                    : status == 413 ? "platform.problem.tooLarge" : "platform.problem.unreadable";
            return answer(status, key, request, locale);
        }
        if (cause instanceof MultipartException) {
            return answer(400, "platform.problem.unreadable", request, locale);
        }
        // Not the address itself, which may name a customer.
        var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        LOG.error("Unforeseen at {} {}", request.getMethod(), route, cause);
        return answer(500, "platform.problem.unforeseen", request, locale, RequestId.current());
    }

    Object answer(int status, String key, HttpServletRequest request, Locale locale, Object... arguments) {
        if (isApi(request)) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(details.of(status, key, locale, arguments));
        }
        return page(status, texts.text(locale, key, arguments), request, locale);
    }

    private ModelAndView page(int status, String sentence, HttpServletRequest request, Locale locale) {
        var fragment = request.getHeader("HX-Request") != null;
        var view = new ModelAndView(fragment ? "platform/_problem" : "platform/problem");
        view.setStatus(org.springframework.http.HttpStatusCode.valueOf(status));
        view.addObject("page", Page.bare(texts, locale, request.getRequestURI(), csrf(request), businessDate.today()));
        view.addObject("status", status);
        view.addObject("sentence", sentence);
        if (!fragment) {
            view.addObject("requestId", RequestId.current());
        }
        return view;
    }

    private static Page.Csrf csrf(HttpServletRequest request) {
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null
                ? new Page.Csrf("_csrf", "X-CSRF-TOKEN", "")
                : new Page.Csrf(token.getParameterName(), token.getHeaderName(), token.getToken());
    }

    private static boolean isApi(HttpServletRequest request) {
        var refused = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return (refused instanceof String address ? address : request.getRequestURI()).startsWith("/api/");
    }
}
