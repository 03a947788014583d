//! A service around the protocol service: a handler that panics costs its own answer only
//! (error -32603), every request is answered, and whether `shutdown` was answered decides the exit status.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use futures::FutureExt;
use futures::future::BoxFuture;
use tower::Service;
use tower_lsp::jsonrpc::{Error, Id, Request, Response};

/// Wraps a service of requests.
#[derive(Debug)]
pub(super) struct Guard<S> {
    inner: S,
    shut_down: Arc<AtomicBool>,
}

impl<S> Guard<S> {
    /// A guard around `inner`.
    pub(super) fn new(inner: S) -> Self {
        Self { inner, shut_down: Arc::default() }
    }

    /// The exit status if the client left now: 0 after `shutdown`, else 1.
    pub(super) fn status(&self) -> u8 {
        u8::from(!self.shut_down.load(Ordering::Relaxed))
    }
}

impl<S> Service<Request> for Guard<S>
where
    S: Service<Request, Response = Option<Response>>,
    S::Error: Send + 'static,
    S::Future: Send + 'static,
{
    type Response = Option<Response>;
    type Error = S::Error;
    type Future = BoxFuture<'static, Result<Option<Response>, S::Error>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let id = request.id().cloned();
        let shut_down = (request.method() == "shutdown").then(|| Arc::clone(&self.shut_down));
        let Ok(answer) = catch_unwind(AssertUnwindSafe(|| self.inner.call(request))) else {
            return futures::future::ready(Ok(after_panic(id))).boxed();
        };
        async move {
            let answer =
                AssertUnwindSafe(answer).catch_unwind().await.unwrap_or_else(|_| Ok(after_panic(id.clone())));
            let answer = answer.map(|answer| answer.or_else(|| unknown(id)));
            if let (Some(shut_down), Ok(Some(response))) = (shut_down, &answer) {
                shut_down.store(response.is_ok(), Ordering::Relaxed);
            }
            answer
        }
        .boxed()
    }
}

/// The answer in place of the one that was lost; a notification gets none.
fn after_panic(id: Option<Id>) -> Option<Response> {
    id.map(|id| Response::from_error(id, Error::internal_error()))
}

/// The answer to a request that the service passes over, as it does with all that begin with `$/`.
fn unknown(id: Option<Id>) -> Option<Response> {
    id.map(|id| Response::from_error(id, Error::method_not_found()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::convert::Infallible;

    /// Panics when called, when awaited, or answers, as the method says.
    struct Moody;

    impl Service<Request> for Moody {
        type Response = Option<Response>;
        type Error = Infallible;
        type Future = BoxFuture<'static, Result<Option<Response>, Infallible>>;

        fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
            Poll::Ready(Ok(()))
        }

        fn call(&mut self, request: Request) -> Self::Future {
            let (method, id, _) = request.into_parts();
            assert!(method != "panic-at-once", "at once");
            async move {
                assert!(method != "panic-later", "later");
                Ok(id.filter(|_| method != "$/passed-over").map(|id| Response::from_ok(id, "fine".into())))
            }
            .boxed()
        }
    }

    fn call(guard: &mut Guard<Moody>, method: &'static str, id: Option<i64>) -> Option<Response> {
        let request = Request::build(method);
        let request = match id {
            Some(id) => request.id(id).finish(),
            None => request.finish(),
        };
        guard.call(request).now_or_never().unwrap().unwrap()
    }

    #[test]
    fn a_panic_is_an_error_and_the_next_request_is_answered() {
        let mut guard = Guard::new(Moody);
        for method in ["panic-at-once", "panic-later"] {
            let response = call(&mut guard, method, Some(7)).unwrap();
            assert_eq!(response.id(), &Id::Number(7));
            assert_eq!(response.error().unwrap().code.code(), -32603);
            assert_eq!(call(&mut guard, method, None), None);
            assert!(call(&mut guard, "hover", Some(8)).unwrap().is_ok());
        }
    }

    #[test]
    fn a_request_that_is_passed_over_is_answered_and_a_notification_is_not() {
        let mut guard = Guard::new(Moody);
        let response = call(&mut guard, "$/passed-over", Some(9)).unwrap();
        assert_eq!(response.error().unwrap().code.code(), -32601);
        assert_eq!(call(&mut guard, "$/passed-over", None), None);
    }

    #[test]
    fn the_status_is_good_only_after_shutdown() {
        let mut guard = Guard::new(Moody);
        assert_eq!(guard.status(), 1);
        call(&mut guard, "hover", Some(1));
        assert_eq!(guard.status(), 1);
        call(&mut guard, "shutdown", Some(2));
        assert_eq!(guard.status(), 0);
    }
}
